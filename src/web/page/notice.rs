//! What the panel says after something was done.

use crate::domain::ids::words;

words!(
    /// What a page of the panel says after something was done; part of the address, so a closed list.
    Notice, "notice" {
        Claimed = "claimed",
        NothingWaits = "nothing-waits",
        Released = "released",
        Escalated = "escalated",
        EscalationDecided = "escalation-decided",
        HandedOver = "handed-over",
        Saved = "saved",
        SentToReview = "sent-to-review",
        Approved = "approved",
        SentBack = "sent-back",
        AskedBack = "asked-back",
        Declined = "declined",
        SentPrivately = "sent-privately",
        Dropped = "dropped",
        ReportDone = "report-done",
        Relevelled = "relevelled",
        ProfileSaved = "profile-saved",
        MailChosen = "mail-chosen",
        SeasonChosen = "season-chosen",
        LetIn = "let-in",
        VersionPublic = "version-public",
        VersionTakenBack = "version-taken-back",
        ArticleSent = "article-sent",
        ArticleApproved = "article-approved",
        ArticleSentBack = "article-sent-back",
        ArticlePublished = "article-published",
        ArticleWithdrawn = "article-withdrawn",
        ArticleChecked = "article-checked",
        WordsDecided = "words-decided",
        /// What was typed before the session ended stands in its form again.
        TextKept = "text-kept",
        TakenBack = "taken-back",
        TakenAlong = "taken-along",
        BlockSaved = "block-saved",
        BlockDeleted = "block-deleted",
        Withdrawn = "withdrawn",
        ReturnAsked = "return-asked",
        Returned = "returned",
        Commented = "commented",
        CommentReopened = "comment-reopened",
        CommentRemoved = "comment-removed",
        ProfessionSaved = "profession-saved",
        Held = "held",
        BroughtOut = "brought-out",
        PairChecked = "pair-checked",
        UrgentPassed = "urgent-passed",
        Corrected = "corrected",
        CorrectionDropped = "correction-dropped",
        /// Where a pair stands, and what beside it.
        Arranged = "arranged",
    }
);
