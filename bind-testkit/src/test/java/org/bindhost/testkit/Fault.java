package org.bindhost.testkit;

/** What a faulty driver does wrong, and the test that is there to find it. */
enum Fault {
    NONE(""),
    CLAIMS_EVERYTHING("leavesForeignNamesAlone"),
    CLAIMS_TOO_LITTLE("recognizesItsNamesToTheirEnd"),
    SHIFTING_KEY("aNameParsedAgainIsEqual"),
    JOINS_INTO_ANOTHER_CLASS("whatItJoinsIsOfItsClass"),
    DELIVERS_TOO_MUCH("noMoreBytesComeThanAreGranted"),
    DELIVERS_UNASKED("noBytesComeBeforeTheyAreGranted"),
    DELIVERS_OTHER_BYTES("deliversTheContentInSevens"),
    IGNORES_CANCEL("cancelledInTheMiddleItIsSilent"),
    COMPLETES_TWICE("completesOnceAndAtTheLatestWhenMoreIsRequested"),
    NEVER_COMPLETES("completesOnceAndAtTheLatestWhenMoreIsRequested"),
    CALLS_FROM_WITHIN("grantedFromWithinItDoesNotCallTwiceAtOnce"),
    IGNORES_RANGES("aRangeIsHonouredWhereRangesAreAnnounced"),
    IGNORES_CONDITIONS("aConditionThatDoesNotHoldIsAnsweredFromTheFirstByte"),
    IGNORES_THE_LENGTH_OF_RANGES("aRangeIsHonouredWhereRangesAreAnnounced"),
    LOSES_A_BYTE_BETWEEN_PARTS("theWholeByPartsIsTheWhole"),
    GOES_ON_BEHIND_THE_END("aRangeAtTheEndStopsThere"),
    FINDS_NOTHING_BEHIND_THE_END("aRangeBehindTheEndIsOutOfRange"),
    ANNOUNCES_THE_LENGTH_OF_THE_PART("ofAPartTheSameIsAnnouncedAsOfTheWhole"),
    FORGETS_THE_VALIDATOR_OF_PARTS("ofAPartTheSameIsAnnouncedAsOfTheWhole"),
    TRUSTS_NO_CONDITION("aConditionThatHoldsIsAnsweredWithTheRange"),
    BEGINS_ELSEWHERE_THAN_IT_SAYS("aConditionThatDoesNotHoldIsAnsweredFromTheFirstByte"),
    ANNOUNCES_ANOTHER_LENGTH("theLengthAnnouncedIsTheLengthDelivered"),
    NEVER_ANSWERS("anOpenThatIsCancelledStillEnds"),
    FAILS_WITHOUT_REASON("whatIsNotThereFailsWithAReason"),
    FAILS_WITH_ITS_OWN_CLASSES("whatIsNotThereFailsWithAReason"),
    SHARES_ITS_BODY("severalAtOnceAreIndependentOnOneThread"),
    SHOWS_BEFORE_THE_COMMIT("whatIsWrittenAppearsWholeAtTheCommit"),
    SHOWS_WHAT_IS_ABORTED("anAbortLeavesNothing"),
    LOSES_THE_LAST_BYTE("whatIsWrittenByteByByteIsTheSame"),
    ASKS_FOR_NOTHING_MORE("whatIsWrittenAppearsWholeAtTheCommit"),
    LEAVES_SOMETHING_BEHIND("anAbortLeavesNothing"),
    REPLACES_WHERE_IT_IS_TO_APPEND("whatIsAppendedFollowsWhatIsThere"),
    APPENDS_TO_SOMETHING_ONLY("appendedToNothingItIsAllThereIs"),
    APPENDS_TO_WHAT_IT_SAW_FIRST("ofTwoThatAppendNoneIsLostUnnoticed");

    private final String foundBy;

    Fault(String foundBy) {
        this.foundBy = foundBy;
    }

    String foundBy() {
        return foundBy;
    }
}
