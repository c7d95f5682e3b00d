package org.bindhost.host;

import org.bindhost.bind.PriorityClass;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What can be configured of one open document. */
@ObjectClassDefinition(
        name = "Bindhost document",
        description = "A document that is open: its bind host, and a container for its controls.")
@interface DocumentConfiguration {

    @AttributeDefinition(
            name = "Base",
            description = "The display name of the document, which relative names are relative to.")
    String document_base();

    @AttributeDefinition(
            name = "Priority",
            description = "How urgent the binds of the document are: URGENT, NORMAL or BACKGROUND.")
    PriorityClass priority() default PriorityClass.NORMAL;
}
