package jp.madoguchi.kiosk.paper;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jp.madoguchi.kiosk.identity.Renewal;
import jp.madoguchi.kiosk.qr.QrCode;
import jp.madoguchi.kiosk.terms.CertificateKind;
import jp.madoguchi.kiosk.terms.Link;

/**
 * A reminder of how the certificates of a card stand, when they end and where they are renewed, in Japanese and English: one A4 side, free of charge.
 * Nothing on it says whose card it is.
 *
 * @param cardEnds the last day of the card itself, if it says so
 */
public record Slip(ZonedDateTime at, String kiosk, List<Entry> certificates, Optional<LocalDate> cardEnds)
        implements OwnPaper {
    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private static final double ROW = 11.5;

    public Slip {
        certificates = List.copyOf(certificates);
    }

    /**
     * One certificate.
     *
     * @param since of its standing, where that has a day
     * @param renewalOpens the first day on which it can be renewed
     */
    public record Entry(
            CertificateKind kind,
            Standing standing,
            Optional<LocalDate> since,
            LocalDate lastDay,
            LocalDate renewalOpens,
            Renewal renewal) {}

    /** One page. */
    @Override
    public byte[] compose(PaperFont font, boolean sample) throws IOException {
        return OneSide.compose(font, sample, this::draw);
    }

    private void draw(Sheet sheet) throws IOException {
        sheet.centred(32, 22, "電子証明書の有効期限のご案内")
                .centred(42, 12, "When your digital certificates end, and how to renew them")
                .line(25, 185, 47, 0.8f)
                .right(185, 55, 11, Eras.day(at.toLocalDate()) + " 現在　端末 " + kiosk);
        double line = 65;
        for (Entry entry : certificates) {
            line = certificate(sheet, line, entry);
        }
        if (cardEnds.isPresent()) {
            line = title(sheet, line, "カード本体", "The card itself");
            line = row(sheet, line, "有効期限", "Valid until", cardEnds.get());
        }
        foot(sheet, Math.max(line, 190));
    }

    private double certificate(Sheet sheet, double from, Entry entry) throws IOException {
        boolean authentication = entry.kind() == CertificateKind.AUTHENTICATION;
        double line = title(
                sheet,
                from,
                authentication ? "利用者証明用電子証明書" : "署名用電子証明書",
                authentication ? "User authentication certificate (to log in)" : "Signature certificate (to sign)");
        Standing standing = entry.standing();
        line = line(
                sheet,
                line,
                "状態",
                "Status",
                standing.japanese(entry.since().map(Eras::day).orElse("")),
                standing.english(entry.since().map(ENGLISH::format).orElse("")));
        line = ends(sheet, line, entry);
        if (standing.renewable()) {
            line = row(sheet, line, "更新できる期間", "Renewal", entry.renewalOpens(), entry.lastDay());
        }
        boolean renewed = standing.renewable() || standing == Standing.ENDED;
        return line(
                        sheet,
                        line,
                        renewed ? "更新するところ" : "すること",
                        renewed ? "Where" : "What to do",
                        SlipAdvice.japanese(entry),
                        SlipAdvice.english(entry))
                + 4.5;
    }

    /** What is stopped has a last day no more. */
    private static double ends(Sheet sheet, double line, Entry entry) throws IOException {
        return switch (entry.standing()) {
            case REVOKED, ON_HOLD -> line;
            case ENDED -> row(sheet, line, "有効期限が切れた日", "Ended on", entry.lastDay());
            case UNVERIFIED -> row(sheet, line, "書かれている期限", "It says: until", entry.lastDay());
            case IN_FORCE, UNANSWERED, UNREGISTERED, NOT_BEGUN ->
                row(sheet, line, "有効期限", "Valid until", entry.lastDay());
        };
    }

    private static double title(Sheet sheet, double line, String japanese, String english) throws IOException {
        sheet.text(25, line, 14, japanese).text(25, line + 5.5, 10, english).line(25, 185, line + 8, 0.3f);
        return line + 14.5;
    }

    private static double line(
            Sheet sheet, double line, String name, String nameInEnglish, String japanese, String english)
            throws IOException {
        sheet.text(30, line, 11, name).text(78, line, 11, japanese);
        sheet.text(30, line + 5, 9, nameInEnglish).text(78, line + 5, 9, english);
        return line + ROW;
    }

    private static double row(Sheet sheet, double line, String japanese, String english, LocalDate day)
            throws IOException {
        return dates(sheet, line, japanese, english, Eras.day(day), day.format(ENGLISH));
    }

    private static double row(Sheet sheet, double line, String japanese, String english, LocalDate from, LocalDate to)
            throws IOException {
        return dates(
                sheet,
                line,
                japanese,
                english,
                Eras.day(from) + "から" + Eras.day(to) + "まで",
                "from " + from.format(ENGLISH) + " to " + to.format(ENGLISH));
    }

    private static double dates(
            Sheet sheet, double line, String name, String nameInEnglish, String japanese, String english)
            throws IOException {
        sheet.text(30, line, 11, name).text(78, line, 14, japanese);
        sheet.text(30, line + 5, 9, nameInEnglish).text(78, line + 5, 10, english);
        return line + ROW;
    }

    private static void foot(Sheet sheet, double top) throws IOException {
        sheet.line(25, 185, top, 0.8f);
        sheet.code(25, top + 4, 34, QrCode.of(Link.CARD.address()));
        sheet.text(66, top + 11, 11, "カードの申請・更新の方法（マイナンバーカード総合サイト）")
                .text(66, top + 16, 9, "How to apply for a card or renew it")
                .text(66, top + 21, 10, Link.CARD.address())
                .text(66, top + 30, 11, "電話　0120-95-0178（マイナンバー総合フリーダイヤル）")
                .text(66, top + 36, 11, "外国語 / In other languages　0120-0178-27");
        sheet.text(25, top + 45, 9, "この用紙に、氏名や住所、証明書の番号は印刷していません。この用紙は証明書ではありません。")
                .text(25, top + 49.5, 9, "No name, address or number is printed here. This slip certifies nothing.");
    }
}
