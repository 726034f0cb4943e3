package jp.madoguchi.kiosk.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.terms.News;
import jp.madoguchi.kiosk.terms.ServiceNotice;
import jp.madoguchi.kiosk.terms.Slug;

/** What the center announces, in words. */
final class NewsModel {
    private NewsModel() {}

    static View of(News news, Words words, Instant now) {
        return new View()
                .with("closed", news.closed().flatMap(words::notice).orElse(""))
                .with("closedIn", news.closed().map(words::tongue).orElse(""))
                .with("opens", expected(news, words, now).orElse(""))
                .with("notices", notices(news, words, now));
    }

    /** In the second language beside the first: when it opens, and why it is closed where there are words for it. */
    static String also(News news, Words words, Instant now) {
        return Stream.of(Optional.of(opens(news, words, now)), news.closed().flatMap(words::notice))
                .flatMap(Optional::stream)
                .filter(said -> !said.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** A sentence, or nothing. */
    static String opens(News news, Words words, Instant now) {
        return expected(news, words, now)
                .map(opens -> opens + words.text("news.stop"))
                .orElse("");
    }

    private static Optional<String> expected(News news, Words words, Instant now) {
        return news.opens().map(opens -> words.text("news.opens", words.moment(opens, now)));
    }

    /** Those that are over are told no more, should the center not have answered since. */
    private static List<View> notices(News news, Words words, Instant now) {
        return news.notices().stream()
                .filter(notice ->
                        notice.until().filter(until -> !until.isAfter(now)).isEmpty())
                .map(notice -> new View()
                        .with("kind", Slug.of(notice.kind()))
                        .with(
                                "municipality",
                                notice.municipality().map(words::name).orElse(""))
                        .with("text", words.text(notice.text()))
                        .with("textIn", words.tongue(notice.text()))
                        .with("when", when(notice, words, now)))
                .toList();
    }

    private static String when(ServiceNotice notice, Words words, Instant now) {
        Optional<String> from = notice.from().filter(now::isBefore).map(instant -> words.moment(instant, now));
        Optional<String> until = notice.until().map(instant -> words.moment(instant, now));
        if (from.isPresent()) {
            return until.isPresent()
                    ? words.text("news.from-until", from.get(), until.get())
                    : words.text("news.from", from.get());
        }
        return until.map(instant -> words.text("news.until", instant)).orElse("");
    }
}
