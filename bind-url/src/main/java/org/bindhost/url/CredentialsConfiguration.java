package org.bindhost.url;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What proves to one origin who asks. */
@ObjectClassDefinition(
        name = "Bindhost credentials for an origin",
        description =
                "Told to that origin when it asks, and nowhere else. Over http it is told only if"
                        + " the driver of URLs is configured so.")
@interface CredentialsConfiguration {

    @AttributeDefinition(
            name = "Origin",
            description = "Scheme, host, and port unless it is the usual: https://host:8443")
    String origin();

    @AttributeDefinition(
            name = "User",
            description = "Whom the password belongs to; empty if there is a token.")
    String user() default "";

    @AttributeDefinition(
            name = "Password",
            type = AttributeType.PASSWORD,
            description = "The password of the user.")
    String _password() default "";

    @AttributeDefinition(
            name = "Token",
            type = AttributeType.PASSWORD,
            description = "A token in place of a user: whoever bears it is let in.")
    String _token() default "";
}
