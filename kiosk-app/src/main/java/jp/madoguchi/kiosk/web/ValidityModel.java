package jp.madoguchi.kiosk.web;

import java.time.Instant;
import java.util.Optional;
import jp.madoguchi.kiosk.flow.CardState;
import jp.madoguchi.kiosk.identity.Renewal;
import jp.madoguchi.kiosk.identity.ValidityNotice;
import jp.madoguchi.kiosk.identity.ValidityRules;
import jp.madoguchi.kiosk.terms.Slug;
import org.jspecify.annotations.Nullable;

/** Until when the resident's certificate can be used, in words, once it is time to renew it. It stands in nobody's way. */
final class ValidityModel {
    private ValidityModel() {}

    /** Null while nothing need be done, or nothing is known yet. */
    static @Nullable View of(CardState card, Words words, Instant now) {
        if (card.token().isEmpty() || card.certificateEnds().isEmpty()) {
            return null;
        }
        // When the card itself ends, the certificate does not say.
        return of(
                ValidityRules.CURRENT.notice(
                        card.certificateEnds().get(),
                        Optional.empty(),
                        card.token().get(),
                        now),
                words);
    }

    static @Nullable View of(ValidityNotice notice, Words words) {
        String last = words.date(notice.lastDay());
        if (notice instanceof ValidityNotice.EndsSoon soon) {
            return view(words.text("expiry.soon", last, soon.daysLeft()), soon.renewal(), words);
        }
        return notice instanceof ValidityNotice.Ended ended
                ? view(words.text("expiry.ended", last), ended.renewal(), words)
                : null;
    }

    private static View view(String until, Renewal renewal, Words words) {
        return new View().with("until", until).with("renewal", renewal(renewal, words));
    }

    /** What to do, and where and when. */
    static String renewal(Renewal renewal, Words words) {
        return words.text("renewal." + Slug.of(renewal));
    }
}
