package jp.madoguchi.kiosk.paper;

import java.io.IOException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import jp.madoguchi.kiosk.terms.Japan;

/**
 * The number under which something is open (お預かり番号票), in Japanese and English: what it is, and whom to ask. One A4 side. Nothing on
 * it says who the resident is.
 *
 * @param contact whom to call, beside the staff of the store
 * @param owed yen; 0 when only a doubt is open
 * @param doubtful how much of it may have come out already
 * @param uncounted whether more may have gone in than was counted
 * @param paper whether nobody knows if the document came out
 */
public record ClaimSlip(
        String number,
        ZonedDateTime at,
        String kiosk,
        String store,
        Optional<String> contact,
        int owed,
        int doubtful,
        boolean uncounted,
        boolean paper)
        implements OwnPaper {
    private static final double GAP = 15;
    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH);

    @Override
    public byte[] compose(PaperFont font, boolean sample) throws IOException {
        return OneSide.compose(font, sample, this::draw);
    }

    private void draw(Sheet sheet) throws IOException {
        sheet.centred(38, 24, "お 預 か り 番 号 票").centred(47, 12, "Claim slip").line(25, 185, 52, 0.8f);
        sheet.centred(68, 12, "お預かり番号　Claim number").centred(86, 40, number).line(25, 185, 95, 0.3f);
        foot(sheet, open(sheet, 110));
    }

    private double open(Sheet sheet, double from) throws IOException {
        double line = from;
        if (owed > 0) {
            line = row(sheet, line, "お返しするお金", "To be returned", Figures.yen(owed), "");
        }
        if (doubtful > 0) {
            line = row(
                    sheet,
                    line,
                    "うち、確かでないお金",
                    "Of this, not certain",
                    Figures.yen(doubtful) + "は出たか分かりません。係員が数えます。",
                    Figures.yen(doubtful) + " may have come out already. The staff counts.");
        }
        if (uncounted) {
            line = row(
                    sheet,
                    line,
                    "数え終わっていないお金",
                    "Not counted",
                    "あるかもしれません。係員が機械の中を確かめます。",
                    "There may be some. The staff looks inside the machine.");
        }
        if (paper) {
            line = row(
                    sheet,
                    line,
                    "証明書の用紙",
                    "The certificate",
                    "印刷が最後まで終わったか分かりません。",
                    "Nobody knows whether all of it was printed.");
        }
        line = row(
                sheet,
                line,
                "日時",
                "Date and time",
                Figures.time(at),
                at.withZoneSameInstant(Japan.TIME).format(ENGLISH));
        return row(sheet, line, "店舗・端末", "Store, kiosk", store + "・" + kiosk, "");
    }

    private void foot(Sheet sheet, double from) throws IOException {
        double line = from + 6;
        sheet.line(25, 185, line, 0.8f)
                .text(25, line + 14, 14, "この票を、この店舗の係員にお見せください。")
                .text(25, line + 21, 10, "Please show this slip to the staff of this store.")
                .text(25, line + 32, 11, "お名前は要りません。なくさないように、お手元にお持ちください。")
                .text(25, line + 38, 9, "No name is needed. Please keep it until this is settled.");
        if (contact.isPresent()) {
            sheet.text(25, line + 51, 11, "お問い合わせ　" + contact.get()).text(25, line + 57, 9, "Questions: please call.");
        }
        sheet.text(25, line + 72, 9, "この用紙に、氏名や住所は印刷していません。この用紙は領収書ではありません。")
                .text(25, line + 77, 9, "No name or address is printed here. This is no receipt.");
    }

    private static double row(Sheet sheet, double line, String name, String english, String value, String also)
            throws IOException {
        boolean alone = also.isEmpty();
        sheet.text(28, line, 12, name)
                .text(28, line + 5, 9, english)
                .text(82, alone ? line + 2 : line, alone ? 18 : 12, value);
        if (!alone) {
            sheet.text(82, line + 5, 9, also);
        }
        sheet.line(25, 185, line + 9, 0.3f);
        return line + GAP;
    }
}
