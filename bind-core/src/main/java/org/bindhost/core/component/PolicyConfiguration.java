package org.bindhost.core.component;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** What can be configured of one rule of the policy. What is empty is as the named policy says. */
@ObjectClassDefinition(
        name = "Bindhost policy",
        description =
                "A rule for what names may reach. Of the rules that are about a bind and the host"
                        + " that it leads to, the first decides; where there is none, the defaults"
                        + " documents, bundles or person hold. A change is for the binds to come.")
@interface PolicyConfiguration {

    @AttributeDefinition(
            name = "Order",
            description = "Where the rule stands: the smallest number is looked at first.")
    int order() default 0;

    @AttributeDefinition(
            name = "Zones",
            description = "Who has chosen the name: document, bundle, person; empty for all.")
    String[] zones() default {};

    @AttributeDefinition(
            name = "Bundles",
            description = "Symbolic names of those who ask, * for any characters; empty for all.")
    String[] bundles() default {};

    @AttributeDefinition(
            name = "Documents",
            description = "Display names of documents, * for any characters; empty for all.")
    String[] documents() default {};

    @AttributeDefinition(
            name = "Hosts",
            description =
                    "Hosts that names lead to, such as *.example.org; empty for all, and for names"
                            + " that lead to no host.")
    String[] hosts() default {};

    @AttributeDefinition(
            name = "Policy",
            description = "What holds where the options below say nothing.",
            options = {
                @Option(label = "documents", value = "documents"),
                @Option(label = "bundles", value = "bundles"),
                @Option(label = "person", value = "person"),
                @Option(label = "open", value = "open"),
                @Option(label = "none", value = "none")
            })
    String policy() default "documents";

    @AttributeDefinition(
            name = "Classes",
            description = "Classes of names that are allowed, such as url and file; * for all.")
    String[] classes() default {};

    @AttributeDefinition(
            name = "Schemes",
            description = "Schemes that names with a host may have, such as https; * for all.")
    String[] schemes() default {};

    @AttributeDefinition(
            name = "Addresses",
            description =
                    "Addresses that may be connected to: kinds (public, loopback, private, shared,"
                            + " link-local, metadata, multicast, special) and ranges such as"
                            + " 10.1.0.0/16.")
    String[] addresses() default {};

    @AttributeDefinition(
            name = "Refused addresses",
            description = "Ranges of addresses that are never connected to.")
    String[] addresses_refused() default {};

    @AttributeDefinition(
            name = "Reading",
            description = "Whether names may be read: allow or refuse.")
    String reading() default "";

    @AttributeDefinition(
            name = "Writing",
            description =
                    "Whether names may be written, or asked with verbs that change something: allow"
                            + " or refuse.")
    String writing() default "";

    @AttributeDefinition(
            name = "Beside the document",
            description =
                    "Whether a document that is a file may name files in its directory and below:"
                            + " allow or refuse.")
    String beside_document() default "";

    @AttributeDefinition(
            name = "Redirects elsewhere",
            description = "Whether redirects may lead to another origin: allow or refuse.")
    String redirect_elsewhere() default "";

    @AttributeDefinition(
            name = "Redirects out of TLS",
            description = "Whether redirects may lead from https to what is not: allow or refuse.")
    String redirect_downgrade() default "";

    @AttributeDefinition(
            name = "Redirected bodies",
            description =
                    "Whether the body of a request may follow a redirect to another origin: allow"
                            + " or refuse.")
    String redirect_bodies() default "";

    @AttributeDefinition(
            name = "Addresses of redirects",
            description =
                    "Addresses that redirects to another host may lead to, as kinds and ranges.")
    String[] redirect_addresses() default {};
}
