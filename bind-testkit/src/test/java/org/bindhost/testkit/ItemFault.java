package org.bindhost.testkit;

/** What a faulty class of items does wrong, and the test that is there to find it. */
enum ItemFault {
    NONE(""),
    CLAIMS_THE_HEAD_TOO("whatFollowsOthersIsNotClaimedAtTheHead"),
    CLAIMS_THE_NEXT_ITEM_TOO("eachNameEndsWhereAnItemBegins"),
    THROWS_WHEN_ALONE("standingAloneItIsNotBindable"),
    FORGETS_WHY_ITS_LEFT_FAILED("theFailureOfItsLeftIsItsOwn"),
    IS_EMPTY_IF_ITS_LEFT_FAILED("theFailureOfItsLeftIsItsOwn"),
    WAITS_FOR_ITS_LEFT("itsLeftIsNotWaitedFor");

    private final String foundBy;

    ItemFault(String foundBy) {
        this.foundBy = foundBy;
    }

    String foundBy() {
        return foundBy;
    }
}
