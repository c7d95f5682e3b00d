package org.bindhost.bind;

/** What {@link BindProgress} tells of. Source: {@code BINDSTATUS}; the texts are those of D-13. */
public enum BindStatus {
    /** Looking for whoever holds the resource; the text is its host. */
    FINDING_RESOURCE,
    /** Connecting; the text is the address. */
    CONNECTING,
    /** Asking for it; the text is the name asked for. */
    SENDING_REQUEST,
    /** It is elsewhere; the text is the new name. */
    REDIRECTING,
    /** The media type is known; the text is the type. */
    MIME_TYPE_AVAILABLE,
    /** The transfer begins; the text is the name. */
    BEGIN_DOWNLOAD_DATA,
    /** The transfer goes on; the text is the name. */
    DOWNLOADING_DATA,
    /**
     * The transfer broke off and is taken up again: at the byte it had reached, or from the start
     * if none had come. The text says what happened. Ours.
     */
    RESUMING,
    /** The transfer is over; the text is the name. */
    END_DOWNLOAD_DATA,
    /** The data is also a file; the text is its path. */
    CACHE_FILE_NAME_AVAILABLE,
    /** The class of an object is known; the text identifies it. */
    CLASS_ID_AVAILABLE,
    /** An object is about to be created and loaded. */
    BEGIN_SYNC_OPERATION,
    /** An object was created and loaded, or that failed. */
    END_SYNC_OPERATION,
    /** Writing begins; the text is the name. */
    BEGIN_UPLOAD_DATA,
    /** Writing goes on; the text is the name. */
    UPLOADING_DATA,
    /** Everything was written; the text is the name. */
    END_UPLOAD_DATA
}
