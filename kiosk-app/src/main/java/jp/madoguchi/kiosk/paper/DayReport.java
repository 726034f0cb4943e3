package jp.madoguchi.kiosk.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import jp.madoguchi.kiosk.ledger.Box;
import jp.madoguchi.kiosk.ledger.BoxAccount;
import jp.madoguchi.kiosk.ledger.FeeLine;
import jp.madoguchi.kiosk.ledger.Owing;
import jp.madoguchi.kiosk.ledger.Period;
import jp.madoguchi.kiosk.ledger.Takings;
import jp.madoguchi.kiosk.terms.DocumentKind;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * The sums of a period (精算報告書) on A4: what residents paid and where it went; what is open, the fees by municipality and
 * document, and the cash in the machine. Every sum stands beside what it is the sum of.
 *
 * @param from when the period before was closed; empty for the first
 * @param to when this one was
 * @param account whose desk closed it
 */
public record DayReport(Optional<Instant> from, Instant to, String kiosk, String store, Period period, String account)
        implements OwnPaper {
    private static final double ROW = 6.2;
    private static final double WIDTH = 80;
    private static final List<Column> COLUMNS = List.of(
            new Column("前回", 77, BoxAccount::before),
            new Column("入金", 95, BoxAccount::in),
            new Column("払い出し", 114, account -> -account.out()),
            new Column("補充", 132, BoxAccount::filled),
            new Column("回収", 152, account -> -account.emptied()),
            new Column("過不足", 169, BoxAccount::difference),
            new Column("現在", 190, account -> account.now().yen()));

    /** Of the table of boxes, with its right edge. */
    private record Column(String name, double edge, ToIntFunction<BoxAccount> of) {}

    @Override
    public byte[] compose(PaperFont font, boolean sample) throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            String foot = "精算報告書 第" + period.number() + "回　店舗 " + store + "　端末 " + kiosk;
            try (Flowing page = new Flowing(pdf, font.in(pdf), sample, foot)) {
                head(page);
                sideBySide(page, taken(period.takings()), open(period.owing()));
                fees(page);
                cash(page);
                signatures(page);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            pdf.save(out);
            return out.toByteArray();
        }
    }

    private void head(Flowing page) throws IOException {
        page.sheet()
                .centred(page.line(), 20, "精 算 報 告 書")
                .text(20, page.line() + 12, 11, "第 " + period.number() + " 回　店舗 " + store + "　端末 " + kiosk)
                .right(190, page.line() + 12, 11, "担当 " + account)
                .text(
                        20,
                        page.line() + 19,
                        11,
                        from.map(Figures::time).orElse("使い始め") + " から " + Figures.time(to) + " まで")
                .right(
                        190,
                        page.line() + 19,
                        11,
                        "手続き " + period.takings().visits() + " 件　交付 "
                                + period.takings().delivered() + " 件")
                .line(20, 190, page.line() + 23, 0.8f);
        page.down(33);
    }

    private static void title(Flowing page, String title, double needs) throws IOException {
        page.room(needs).sheet().text(20, page.line(), 12, title);
        page.down(3).sheet().line(20, 190, page.line(), 0.4f);
        page.down(6);
    }

    /** Amounts under each other, and what they are together. */
    private record Sum(String title, List<Amount> parts, Amount all, String note) {}

    private record Amount(String name, int yen) {}

    private static Sum taken(Takings takings) {
        return new Sum(
                "1　利用者から預かったお金",
                List.of(
                        new Amount("手数料として受け取った額", takings.kept()),
                        new Amount("機械が返したおつり・返金", takings.returned()),
                        new Amount("返せずに残った額（2へ）", takings.owed())),
                new Amount("合計＝投入された額", takings.inserted()),
                "");
    }

    private static Sum open(Owing owing) {
        return new Sum(
                "2　未精算（利用者に返していない額）",
                List.of(
                        new Amount("前回からの繰り越し", owing.before()),
                        new Amount("新しく残った額（1から）", owing.opened()),
                        new Amount("店員が返金した額（レジから）", -owing.refunded()),
                        new Amount("店員が渡した証明書の手数料", -owing.covered()),
                        new Amount("取り消した額", -owing.voided())),
                new Amount("合計＝次回への繰り越し", owing.after()),
                "精算 " + owing.settlements() + " 件　残り " + owing.claims() + " 件"
                        + (owing.held() == 0 ? "" : "　手続き中の預かり " + Figures.yen(owing.held())));
    }

    private static void sideBySide(Flowing page, Sum left, Sum right) throws IOException {
        double top = page.line();
        double end = Math.max(column(page.sheet(), 20, top, left), column(page.sheet(), 110, top, right));
        page.down(end - top + 5);
    }

    private static double column(Sheet sheet, double x, double top, Sum sum) throws IOException {
        sheet.text(x, top, 12, sum.title()).line(x, x + WIDTH, top + 3, 0.4f);
        double line = top + 9;
        for (Amount part : sum.parts()) {
            line = amount(sheet, x, line, part);
        }
        sheet.line(x + 4, x + WIDTH, line - ROW + 2, 0.3f);
        line = amount(sheet, x, line, sum.all());
        sheet.text(x + 4, line, 9, sum.note());
        return line + (sum.note().isEmpty() ? 0 : ROW);
    }

    private static double amount(Sheet sheet, double x, double line, Amount amount) throws IOException {
        sheet.text(x + 4, line, 11, amount.name()).right(x + WIDTH, line, 11, Figures.yen(amount.yen()));
        return line + ROW;
    }

    private void fees(Flowing page) throws IOException {
        title(page, "3　手数料の内訳", 5 * ROW);
        page.sheet()
                .text(28, page.line(), 9, "市区町村コード")
                .text(62, page.line(), 9, "証明書")
                .right(150, page.line(), 9, "通数")
                .right(185, page.line(), 9, "手数料");
        page.down(ROW);
        for (FeeLine fee : period.fees()) {
            page.room(ROW)
                    .sheet()
                    .text(28, page.line(), 11, fee.municipality().isEmpty() ? "記録なし" : fee.municipality())
                    .text(62, page.line(), 11, kind(fee.kind()))
                    .right(150, page.line(), 11, Figures.amount(fee.copies()))
                    .right(185, page.line(), 11, Figures.yen(fee.yen()));
            page.down(ROW);
        }
        int copies = period.fees().stream().mapToInt(FeeLine::copies).sum();
        int yen = period.fees().stream().mapToInt(FeeLine::yen).sum();
        page.sheet().line(28, 185, page.line() - ROW + 2, 0.3f);
        page.room(ROW)
                .sheet()
                .text(28, page.line(), 11, "合計")
                .right(150, page.line(), 11, Figures.amount(copies))
                .right(185, page.line(), 11, Figures.yen(yen));
        int covered = period.owing().covered();
        page.down(ROW)
                .room(ROW)
                .sheet()
                .text(
                        28,
                        page.line(),
                        9,
                        "1の手数料 " + Figures.yen(period.takings().kept()) + " ＋ 店員が渡した証明書の手数料 " + Figures.yen(covered)
                                + " ＝ " + Figures.yen(yen));
        page.down(ROW + 5);
    }

    private static String kind(String wireName) {
        if (wireName.isEmpty()) {
            return "記録なし";
        }
        return DocumentKind.ofWireName(wireName).map(DocumentKind::japanese).orElse("その他の証明書");
    }

    private void cash(Flowing page) throws IOException {
        List<BoxAccount> boxes = period.boxes();
        title(page, "4　機械の中の現金（円）", (boxes.size() + 5) * ROW);
        for (Column column : COLUMNS) {
            page.sheet().right(column.edge(), page.line(), 9, column.name());
        }
        page.down(ROW);
        for (BoxAccount box : boxes) {
            page.room(ROW).sheet().text(22, page.line(), 10, name(box));
            for (Column column : COLUMNS) {
                page.sheet()
                        .right(
                                column.edge(),
                                page.line(),
                                10,
                                Figures.amount(column.of().applyAsInt(box)));
            }
            page.down(ROW);
        }
        page.sheet().line(22, 190, page.line() - ROW + 2, 0.3f);
        page.room(ROW).sheet().text(22, page.line(), 10, "合計");
        for (Column column : COLUMNS) {
            int sum = boxes.stream().mapToInt(column.of()).sum();
            page.sheet().right(column.edge(), page.line(), 10, Figures.amount(sum));
        }
        page.down(ROW);
        page.room(2 * ROW).sheet().text(22, page.line(), 9, "現在＝前回＋入金＋払い出し＋補充＋回収＋過不足。＊は、前回の精算のあとに店員が数えたものです。");
        page.down(4.5);
        if (boxes.stream().anyMatch(box -> box.doubtful() > 0 || box.uncounted())) {
            page.sheet().text(22, page.line(), 9, "※は、装置の記録が不確かなため、数えると過不足が出ることがあります。");
        }
        page.down(ROW + 3);
    }

    private static String name(BoxAccount account) {
        Box box = Box.named(account.box());
        String name = switch (box.kind()) {
            case HOPPER ->
                "おつりの箱" + box.address()
                        + account.now().counts().keySet().stream()
                                .findFirst()
                                .map(yen -> "（" + yen + "円）")
                                .orElse("");
            case COINS -> "硬貨の金庫";
            case NOTES -> "お札の金庫";
        };
        return name + (account.counted() ? "＊" : "") + (account.doubtful() > 0 || account.uncounted() ? "※" : "");
    }

    private static void signatures(Flowing page) throws IOException {
        page.room(16)
                .sheet()
                .text(70, page.line() + 8, 10, "担当者")
                .line(84, 125, page.line() + 10, 0.4f)
                .text(132, page.line() + 8, 10, "責任者")
                .line(146, 190, page.line() + 10, 0.4f);
        page.down(16);
    }
}
