package jp.madoguchi.kiosk.paper;

import java.io.ByteArrayOutputStream;
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
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * A reminder of when the certificates of a card end and where they are renewed, in Japanese and English: one A4 side, free of charge.
 * Nothing on it says whose card it is.
 *
 * @param cardEnds the last day of the card itself, if it says so
 */
public record Slip(ZonedDateTime at, String kiosk, List<Entry> certificates, Optional<LocalDate> cardEnds) {
    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    public Slip {
        certificates = List.copyOf(certificates);
    }

    /**
     * One certificate.
     *
     * @param renewalOpens the first day on which it can be renewed
     */
    public record Entry(CertificateKind kind, LocalDate lastDay, LocalDate renewalOpens, Renewal renewal) {}

    /** The slip as a PDF of one page. */
    public byte[] compose(PaperFont font, boolean sample) throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            try (Sheet sheet = Sheet.blank(pdf, font.in(pdf))) {
                if (sample) {
                    sheet.across("見本 TEST");
                }
                sheet.centred(32, 22, "電子証明書の有効期限のご案内")
                        .centred(42, 12, "When your digital certificates end, and how to renew them")
                        .line(25, 185, 48, 0.8f)
                        .right(185, 57, 11, Eras.day(at.toLocalDate()) + " 現在　端末 " + kiosk);
                double line = 68;
                for (Entry entry : certificates) {
                    line = certificate(sheet, line, entry);
                }
                if (cardEnds.isPresent()) {
                    line = title(sheet, line, "カード本体", "The card itself");
                    line = row(sheet, line, "有効期限", "Valid until", cardEnds.get());
                }
                foot(sheet, Math.max(line, 190));
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            pdf.save(out);
            return out.toByteArray();
        }
    }

    private double certificate(Sheet sheet, double from, Entry entry) throws IOException {
        boolean authentication = entry.kind() == CertificateKind.AUTHENTICATION;
        double line = title(
                sheet,
                from,
                authentication ? "利用者証明用電子証明書" : "署名用電子証明書",
                authentication ? "User authentication certificate (to log in)" : "Signature certificate (to sign)");
        boolean ended = entry.lastDay().isBefore(at.toLocalDate());
        line = row(sheet, line, ended ? "有効期限が切れました" : "有効期限", ended ? "Ended on" : "Valid until", entry.lastDay());
        if (!ended) {
            line = row(sheet, line, "更新できる期間", "Renewal", entry.renewalOpens(), entry.lastDay());
        }
        sheet.text(30, line, 11, "更新するところ").text(78, line, 11, japanese(entry.renewal()));
        sheet.text(30, line + 5.5, 9, "Where").text(78, line + 5.5, 9, english(entry.renewal()));
        return line + 15;
    }

    private static double title(Sheet sheet, double line, String japanese, String english) throws IOException {
        sheet.text(25, line, 15, japanese).text(25, line + 6, 10, english).line(25, 185, line + 9, 0.3f);
        return line + 16;
    }

    private static double row(Sheet sheet, double line, String japanese, String english, LocalDate day)
            throws IOException {
        sheet.text(30, line, 11, japanese).text(78, line, 14, Eras.day(day));
        sheet.text(30, line + 5.5, 9, english).text(78, line + 5.5, 10, day.format(ENGLISH));
        return line + 13;
    }

    private static double row(Sheet sheet, double line, String japanese, String english, LocalDate from, LocalDate to)
            throws IOException {
        sheet.text(30, line, 11, japanese).text(78, line, 14, Eras.day(from) + "から" + Eras.day(to) + "まで");
        sheet.text(30, line + 5.5, 9, english)
                .text(78, line + 5.5, 10, "from " + from.format(ENGLISH) + " to " + to.format(ENGLISH));
        return line + 13;
    }

    private static void foot(Sheet sheet, double top) throws IOException {
        sheet.line(25, 185, top, 0.8f);
        sheet.code(25, top + 6, 34, QrCode.of(Link.CARD.address()));
        sheet.text(66, top + 13, 11, "カードの申請・更新の方法（マイナンバーカード総合サイト）")
                .text(66, top + 19, 9, "How to apply for a card or renew it")
                .text(66, top + 26, 10, Link.CARD.address())
                .text(66, top + 35, 11, "電話　0120-0178-27（マイナンバー総合フリーダイヤル）");
        sheet.text(25, top + 50, 9, "この用紙に、氏名や住所、証明書の番号は印刷していません。この用紙は証明書ではありません。")
                .text(25, top + 55, 9, "No name, address or number is printed here. This slip certifies nothing.");
    }

    private static String japanese(Renewal renewal) {
        return switch (renewal) {
            case CERTIFICATES -> "お住まいの市区町村の窓口（無料。カードと暗証番号）";
            case CARD -> "新しいカードを申請し、市区町村の窓口で受け取り";
            case PHONE -> "マイナポータルアプリ（カードを手元に用意）";
            case MY_NUMBER_CARD_INSTEAD -> "更新できません。マイナンバーカードの申請を（無料）";
        };
    }

    private static String english(Renewal renewal) {
        return switch (renewal) {
            case CERTIFICATES -> "Your municipal office, with the card and its PINs. Free of charge";
            case CARD -> "Apply for a new card, and fetch it at your municipal office";
            case PHONE -> "The Mynaportal app on the phone, with the card at hand";
            case MY_NUMBER_CARD_INSTEAD -> "It cannot be renewed. Apply for a My Number Card (free)";
        };
    }
}
