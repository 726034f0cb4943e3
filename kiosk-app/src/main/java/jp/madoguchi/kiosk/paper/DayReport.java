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
 * The sums of a period (精算報告書) on A4: what residents paid and where it went, the fees by municipality and document, what is
 * open, and the cash in the machine. Every sum stands beside what it is the sum of.
 *
 * @param from when the period before was closed; empty for the first
 * @param to when this one was
 * @param account whose desk closed it
 */
public record DayReport(Optional<Instant> from, Instant to, String kiosk, String store, Period period, String account)
        implements OwnPaper {
    private static final double ROW = 6.6;
    private static final List<Column> COLUMNS = List.of(
            new Column("前回", 70, BoxAccount::before),
            new Column("入金", 90, BoxAccount::in),
            new Column("払い出し", 110, account -> -account.out()),
            new Column("補充", 130, BoxAccount::filled),
            new Column("回収", 150, account -> -account.emptied()),
            new Column("過不足", 168, BoxAccount::difference),
            new Column("現在", 190, account -> account.now().yen()));

    /** Of the table of boxes, with its right edge. */
    private record Column(String name, double edge, ToIntFunction<BoxAccount> of) {}

    @Override
    public byte[] compose(PaperFont font, boolean sample) throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            String foot = "精算報告書 第" + period.number() + "回　店舗 " + store + "　端末 " + kiosk;
            try (Flowing page = new Flowing(pdf, font.in(pdf), sample, foot)) {
                head(page);
                takings(page, period.takings());
                fees(page);
                owing(page, period.owing());
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
        page.down(34);
    }

    private static void title(Flowing page, String title, double needs) throws IOException {
        page.room(needs).sheet().text(20, page.line(), 12, title);
        page.down(3).sheet().line(20, 190, page.line(), 0.4f);
        page.down(6);
    }

    private static void row(Flowing page, String name, int yen) throws IOException {
        page.room(ROW).sheet().text(28, page.line(), 11, name).right(120, page.line(), 11, Figures.yen(yen));
        page.down(ROW);
    }

    private static void sum(Flowing page, String name, int yen) throws IOException {
        page.sheet().line(28, 120, page.line() - ROW + 2, 0.3f);
        row(page, name, yen);
    }

    private static void takings(Flowing page, Takings takings) throws IOException {
        title(page, "1　利用者から預かったお金", 5 * ROW);
        row(page, "手数料として受け取った額", takings.kept());
        row(page, "おつり・返金として機械が返した額", takings.returned());
        row(page, "返せずに残った額（3へ）", takings.owed());
        sum(page, "合計＝投入された額", takings.inserted());
        page.down(5);
    }

    private void fees(Flowing page) throws IOException {
        title(page, "2　手数料の内訳", 5 * ROW);
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

    private static void owing(Flowing page, Owing owing) throws IOException {
        title(page, "3　未精算（利用者に返していない額）", 9 * ROW);
        row(page, "前回からの繰り越し", owing.before());
        row(page, "新しく生じた額", owing.opened());
        row(page, "店員が返金した額（レジから）", -owing.refunded());
        row(page, "店員が渡した証明書の手数料", -owing.covered());
        row(page, "取り消した額", -owing.voided());
        sum(page, "合計＝次回への繰り越し", owing.after());
        page.sheet()
                .text(
                        28,
                        page.line(),
                        9,
                        "精算 " + owing.settlements() + " 件　残っている未精算 " + owing.claims() + " 件"
                                + (owing.held() == 0 ? "" : "　繰り越しのうち、手続き中の預かり " + Figures.yen(owing.held())));
        page.down(ROW + 5);
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
                "ホッパー" + box.address()
                        + account.now().counts().keySet().stream()
                                .findFirst()
                                .map(yen -> "（" + yen + "円）")
                                .orElse("");
            case COINS -> "硬貨の金庫";
            case NOTES -> "紙幣の金庫";
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
