package jp.madoguchi.kiosk.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.terms.Language;
import jp.madoguchi.kiosk.terms.News;
import jp.madoguchi.kiosk.terms.ServiceNotice;
import jp.madoguchi.kiosk.terms.Slug;

/** What the center announces, in words. */
final class NewsModel {
    private NewsModel() {}

    static View of(News news, Words words, Instant now) {
        View also = new View();
        for (Language language : Language.values()) {
            also.with(language.code(), also(news, Words.of(language), now));
        }
        return new View()
                .with("also", also)
                .with("closed", news.closed().flatMap(words::notice).orElse(""))
                .with(
                        "opens",
                        news.opens()
                                .map(opens -> words.text("news.opens", words.moment(opens, now)))
                                .orElse(""))
                .with("notices", notices(news, words, now));
    }

    /** In another language beside the first: when it opens, and why it is closed where that language has words for it. */
    private static String also(News news, Words words, Instant now) {
        return Stream.of(
                        news.opens()
                                .map(opens ->
                                        words.text("news.opens", words.moment(opens, now)) + words.text("news.stop")),
                        news.closed().flatMap(words::notice))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
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
                                notice.municipality().map(words::text).orElse(""))
                        .with("text", words.text(notice.text()))
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
