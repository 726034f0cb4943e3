package jp.madoguchi.kiosk.audit;

import java.util.List;
import jp.madoguchi.kiosk.terms.LocalText;

/**
 * Everything that the audit log tells of. A name is never given to another meaning; one that is told no more stays. docs/audit.md
 * is written from here.
 */
public enum AuditEvent {
    // the log itself
    LOG_BEGUN(
            Reader.OPERATOR,
            "この端末の監査記録を始めました。",
            "The audit log of this kiosk begins here.",
            "端末を入れ替えたときだけ現れます。ほかのときは、以前の記録がどこにあるかを調べます。",
            "Expected once in a kiosk's life. Otherwise find out where the earlier log went.",
            Detail.KIOSK),
    LOG_CUT(
            Reader.OPERATOR,
            "記録の末尾が途中で切れていたため、その部分を別のファイルに移しました。電源が切れると起こります。",
            "The end of the log was not whole and was put aside in a file of its own, as after a power cut.",
            "電源断がなかったときは、監査記録のフォルダーにある cut- のファイルを調べます。",
            "If there was no power cut, look into the file cut-… beside the log.",
            Detail.BYTES),
    ENTRIES_LOST(
            Reader.OPERATOR,
            "ディスクに書けないあいだに、書ききれなかった記録があります。",
            "While the disk could not be written, so many entries were lost.",
            "ディスクの空きを確かめます。その時間の入出金は台帳で確かめます。",
            "Look at the disk. For the money of that time look into the ledger.",
            Detail.COUNT),
    CHECKPOINT_ACKNOWLEDGED(
            Reader.OPERATOR,
            "センターが、ここまでの記録の控えを受け取りました。",
            "The center holds a signed checkpoint of the log up to this entry.",
            "何もすることはありません。",
            "Nothing to do.",
            Detail.SEQUENCE),
    CHECKPOINT_REFUSED(
            Reader.OPERATOR,
            "センターが記録の控えを受け取りませんでした。センターの控えと食い違うおそれがあります。",
            "The center refuses the checkpoint: it may hold another one.",
            "./kiosk audit verify を実行し、センターの控えと照合します。",
            "Run ./kiosk audit verify and compare with the center's checkpoints.",
            Detail.SEQUENCE,
            Detail.REFUSAL),

    // the program
    PROGRAM_STARTED(
            Reader.OPERATOR,
            "プログラムが始まりました。reason は前回の終わり方です（first 初回、clean 正常、interrupted 中断）。",
            "The program starts; reason says how the last run ended: first, clean or interrupted.",
            "中断が続くときは、ログと電源を調べます。",
            "If interruptions go on, look into log and power supply.",
            Detail.REASON),
    PROGRAM_STOPPED(
            Reader.OPERATOR,
            "プログラムが正常に終わりました。",
            "The program has stopped as it should.",
            "何もすることはありません。",
            "Nothing to do."),
    DEFECT_FOUND(
            Reader.OPERATOR,
            "プログラムの不具合が見つかり、手続きを安全に終えました。",
            "The program met a defect of its own and ends the visit safely.",
            "この時刻のログを開発元に送ります。",
            "Send the log of that time to the makers.",
            Detail.STAGE),

    // visits
    VISIT_BEGUN(Reader.STAFF, "利用者が手続きを始めました。", "Somebody begins.", "何もすることはありません。", "Nothing to do.", Detail.SERVICE),
    VISIT_ENDED(
            Reader.STAFF,
            "手続きが終わりました。理由と、証明書と料金の結果です。",
            "The visit is over: why, and what became of paper and money.",
            "owed が0でないときは、お預かり番号の未精算を処理します。",
            "If owed is not 0, settle the claim of this visit.",
            Detail.REASON,
            Detail.CODE,
            Detail.RESULT,
            Detail.INSERTED,
            Detail.KEPT,
            Detail.RETURNED,
            Detail.OWED),
    PIN_CHANGE(
            Reader.STAFF,
            "利用者のカードの暗証番号を変えようとした結果です。番号は残しません。",
            "What came of changing the PIN of a resident's card; NOT_ASKED: the card was not asked. No PIN is kept.",
            "CHANGE_LOST と UNKNOWN のときは、新しい番号と前の番号のどちらが使えるか分かりません。先に新しい番号を入れるよう案内します。",
            "After CHANGE_LOST or UNKNOWN either PIN may hold: advise to try the new one first.",
            Detail.RESULT),
    LATE_EVENT_DROPPED(
            Reader.OPERATOR,
            "終わった手続きへの知らせが遅れて届いたため、使いませんでした。",
            "Something came for a visit that was over, and was dropped.",
            "何もすることはありません。",
            "Nothing to do.",
            Detail.TOLD),
    MONEY_AFTER_END(
            Reader.STAFF,
            "手続きが終わってから、その利用者のお金が数えられました。未精算になります。",
            "Money of a visit was told after its end; it is owed.",
            "お預かり番号の未精算を処理します。",
            "Settle the claim of this visit.",
            Detail.TOLD),

    // money
    MONEY_IN(
            Reader.STAFF,
            "硬貨または紙幣が入りました。",
            "A coin fell, or a note was stacked.",
            "何もすることはありません。",
            "Nothing to do.",
            Detail.YEN,
            Detail.DEVICE,
            Detail.COUNTER),
    NOTE_HELD(
            Reader.STAFF,
            "紙幣が預かり位置にあり、これから収納します。",
            "A note lies in escrow and is about to be stacked.",
            "何もすることはありません。",
            "Nothing to do.",
            Detail.YEN,
            Detail.COUNTER),
    SLOTS_OPENED(
            Reader.STAFF,
            "この手続きのために、これから投入口を開けます。",
            "The slots are about to be opened to this visit.",
            "何もすることはありません。",
            "Nothing to do."),
    SLOTS_SHUT(
            Reader.STAFF,
            "すべての投入口が閉じ、入ったお金をすべて数えました。",
            "Every slot is shut, and all that came in has been told.",
            "何もすることはありません。",
            "Nothing to do."),
    CASH_BROKEN(
            Reader.STAFF,
            "投入口が開いているあいだに現金装置に不具合が起きました。",
            "The cash unit broke while it could take money.",
            "uncounted が true のときは、金庫の金額と台帳を照合します。",
            "If uncounted is true, compare the cash box with the ledger.",
            Detail.TROUBLE,
            Detail.UNCOUNTED),
    PAY_OUT_INTENDED(
            Reader.STAFF,
            "硬貨の払い出しをこれから行います。",
            "A hopper is about to be asked for coins.",
            "何もすることはありません。",
            "Nothing to do.",
            Detail.YEN,
            Detail.HOPPER,
            Detail.COUNT),
    HOPPER_PAID(
            Reader.STAFF,
            "硬貨を払い出しました。",
            "A hopper has paid.",
            "certain が false のときは、受け皿とホッパーの枚数を数えます。",
            "If certain is false, count tray and hopper.",
            Detail.YEN,
            Detail.HOPPER,
            Detail.COUNT,
            Detail.CERTAIN),
    PAY_OUT_ENDED(
            Reader.STAFF,
            "払い出しが終わりました。",
            "A pay-out has ended.",
            "owed が0でないときは、お預かり番号の未精算を処理します。",
            "If owed is not 0, settle the claim of this visit.",
            Detail.YEN,
            Detail.OWED,
            Detail.CERTAIN),
    HOPPER_COUNTED(
            Reader.STAFF,
            "ホッパーの枚数を数えて登録しました。",
            "A hopper was filled and counted.",
            "数えた枚数と同じか確かめます。",
            "Compare with what was counted.",
            Detail.HOPPER,
            Detail.COUNT),
    CLAIM_OPENED(
            Reader.STAFF,
            "利用者に返すお金が残りました。未精算です。",
            "Money is owed to a resident: a claim.",
            "お預かり番号を確かめ、未精算を処理します。",
            "Ask for the claim number and settle it.",
            Detail.OWED,
            Detail.CERTAIN),
    CLAIM_SLIP_INTENDED(
            Reader.OPERATOR,
            "お預かり番号の紙を印刷します。",
            "The slip of a claim is about to be printed.",
            "対応は要りません。",
            "Nothing to do.",
            Detail.OWED,
            Detail.CERTAIN),
    CLAIM_SLIP_ENDED(
            Reader.OPERATOR,
            "お預かり番号の紙の印刷が終わったか、できませんでした。",
            "The slip of a claim was printed, or not.",
            "印刷できなかったときは、利用者は画面の番号だけを知っています。",
            "If it was not, the resident knows the number from the screen alone.",
            Detail.RESULT),
    CLAIM_SETTLED(
            Reader.STAFF,
            "店員が未精算を処理しました。",
            "The staff has settled a claim.",
            "金額を引き出しの控えと照合します。",
            "Compare with the receipt in the drawer.",
            Detail.RESULT,
            Detail.YEN,
            Detail.REFUNDED,
            Detail.REASON,
            Detail.ACCOUNT),
    CASH_FILLED(
            Reader.STAFF,
            "店員が現金を補充しました。",
            "The staff has put cash into a box.",
            "補充した金額を控えと照合します。",
            "Compare with what was put in.",
            Detail.BOX,
            Detail.YEN,
            Detail.ACCOUNT),
    CASH_EMPTIED(
            Reader.STAFF,
            "店員が現金を取り出しました。",
            "The staff has emptied a box.",
            "yen と expected が違うときは、差額の理由を調べます。",
            "If yen and expected differ, find out why.",
            Detail.BOX,
            Detail.YEN,
            Detail.EXPECTED,
            Detail.ACCOUNT),
    CASH_COUNTED(
            Reader.STAFF,
            "店員が現金を数えました。",
            "The staff has counted a box.",
            "yen と expected が違うときは、差額の理由を調べます。",
            "If yen and expected differ, find out why.",
            Detail.BOX,
            Detail.YEN,
            Detail.EXPECTED,
            Detail.ACCOUNT),
    DAY_CLOSED(
            Reader.STAFF,
            "店員が精算を行いました。",
            "The staff has closed the day.",
            "精算票と照合します。",
            "Compare with the printed report.",
            Detail.NUMBER,
            Detail.ACCOUNT),

    // what residents leave
    ITEM_LEFT_BEHIND(
            Reader.STAFF,
            "店員が、利用者の忘れたカードや証明書を保管しました。",
            "The staff has put away what a resident had left behind.",
            "申し出がないときは、店の決まりのとおりに引き渡します。同じ番号が ITEM_HANDED_ON にあります。",
            "When nobody comes for it, hand it on by the store's rule. ITEM_HANDED_ON has the same number.",
            Detail.NUMBER,
            Detail.ITEM,
            Detail.ACCOUNT),
    ITEM_HANDED_ON(
            Reader.STAFF,
            "店員が、保管していたカードや証明書を引き渡しました。",
            "What was put away has left the store.",
            "何もすることはありません。",
            "Nothing to do.",
            Detail.NUMBER,
            Detail.ITEM,
            Detail.RESULT,
            Detail.ACCOUNT),

    // paper
    DOCUMENT_ORDERED(
            Reader.STAFF,
            "センターに証明書をこれから請求します。",
            "A document is about to be asked of the center.",
            "何もすることはありません。",
            "Nothing to do.",
            Detail.REQUEST,
            Detail.FEE),
    PRINT_INTENDED(
            Reader.STAFF,
            "証明書の印刷をこれから始めます。",
            "A document is about to be printed.",
            "何もすることはありません。",
            "Nothing to do.",
            Detail.COUNT,
            Detail.CIPHERTEXT),
    PRINT_JOB_CREATED(
            Reader.STAFF,
            "プリンターが印刷を受け付けました。",
            "The printer has taken the job.",
            "何もすることはありません。",
            "Nothing to do.",
            Detail.JOB),
    PRINT_ENDED(
            Reader.STAFF,
            "印刷が終わりました。",
            "Printing has ended.",
            "result が UNKNOWN のときは、出た枚数をお預かり番号とともに記録します。印刷された面は見ません。",
            "If result is UNKNOWN, note the sheets with the claim number. Do not look at the printed side.",
            Detail.RESULT,
            Detail.COUNT),
    LATCHED(
            Reader.OPERATOR,
            "センターの署名はありますが、別の手続きの証明書が届きました。交付を止めました。",
            "A document came that was validly signed and bound to something else: the service is off.",
            "センターと運用者に知らせ、調べ終わるまで再開しません。",
            "Tell the center and the operator; the service stays off until it is explained.",
            Detail.CHECK),

    // reports
    REPORT_ACKNOWLEDGED(
            Reader.OPERATOR,
            "センターが手続きの結果を受け取りました。",
            "The center knows how the visit ended.",
            "何もすることはありません。",
            "Nothing to do."),
    REPORT_REFUSED(
            Reader.OPERATOR,
            "センターが手続きの結果を受け取りませんでした。",
            "The center will never take the report of this visit.",
            "手続きの番号とともにセンターに問い合わせます。",
            "Ask the center about this visit.",
            Detail.REFUSAL),

    // the ledger's own keeping
    VISITS_FORGOTTEN(
            Reader.OPERATOR,
            "保存日数を過ぎ、だれも必要としない手続きを台帳から消しました。",
            "Visits older than keep-days, of which nothing is open, have left the ledger.",
            "何もすることはありません。",
            "Nothing to do.",
            Detail.COUNT,
            Detail.UNTIL),

    // parts of the machine
    TROUBLE_BEGAN(
            Reader.STAFF,
            "装置、センターとの通信、時計、または台帳に、交付のできない理由が生じました。",
            "A device, the center, the clock or the ledger is in the way of service.",
            "code を docs/failure-codes.md で調べ、案内のとおりにします。",
            "Look up the code in docs/failure-codes.md and do what it says.",
            Detail.PART,
            Detail.OBSTACLE,
            Detail.CODE),
    TROUBLE_OVER(
            Reader.STAFF,
            "その理由がなくなりました。",
            "It is no longer in the way.",
            "何もすることはありません。",
            "Nothing to do.",
            Detail.PART,
            Detail.OBSTACLE,
            Detail.CODE),

    // keys
    KEYS_IN_USE(
            Reader.OPERATOR,
            "端末がセンターに示す証明書です。始まりと、替えたときに記録します。",
            "The certificate that this kiosk shows the center, told at the start and at each change.",
            "予定のない変更のときは、運用者に知らせます。",
            "If no change was planned, tell the operator.",
            Detail.CERTIFICATE,
            Detail.UNTIL),
    KEYS_REFUSED(
            Reader.OPERATOR,
            "置かれた新しい鍵や証明書は使えないため、これまでのものを使い続けます。",
            "Other keys lie there that cannot be used; those in use stay.",
            "./kiosk keys で理由を確かめます。certificate がないときは、ファイルを読めません。",
            "./kiosk keys says why; without a certificate the files cannot be read.",
            Detail.CERTIFICATE),

    // who speaks to the program
    CONTROL_COMMAND(
            Reader.OPERATOR,
            "この端末の利用者が、プログラムに指示を出しました。",
            "A user of this machine gave the program a command.",
            "予定のない指示のときは、運用者に知らせます。",
            "If nobody planned it, tell the operator.",
            Detail.COMMAND,
            Detail.USER),
    CONTROL_REFUSED(
            Reader.OPERATOR,
            "権限のない利用者からの指示を断りました。",
            "A user of this machine who may not command the program was refused.",
            "だれが端末に入ったかを調べます。",
            "Find out who is on the machine.",
            Detail.USER),
    SCREEN_OPENED(
            Reader.OPERATOR,
            "画面のブラウザーがつながりました。それまでの画面は切れました。",
            "A browser has taken the screen; an earlier one lost it.",
            "端末の起動時のほかに起きたときは、端末を調べます。",
            "If the browser was not started just then, look at the machine."),
    SCREEN_REFUSED(
            Reader.OPERATOR,
            "画面をつなごうとした正しくない求めを断りました。count は、前にこれを記録してからの回数です（記録は1分に1件まで）。",
            "Somebody asked for the screen without a valid token and was refused: so often since that was told last, which is once a minute at most.",
            "続くときは、端末でほかのプログラムが動いていないか調べます。",
            "If it goes on, look for other programs on the machine.",
            Detail.COUNT),

    // the staff desk
    STAFF_INVITED(
            Reader.STAFF,
            "アカウントを登録するための番号を作りました。user は作った人、account は登録する人です。",
            "A one-time code was made, by user, with which account can be enrolled.",
            "覚えのないときは、そのアカウントを消し、運用者に知らせます。",
            "If nobody meant it, remove the account and tell the operator.",
            Detail.ACCOUNT,
            Detail.USER,
            Detail.RESULT),
    STAFF_ENROLLED(
            Reader.STAFF,
            "アカウントが登録され、暗証番号が決まりました。",
            "An account was enrolled, or has a new PIN.",
            "覚えのないときは、そのアカウントを消し、運用者に知らせます。",
            "If nobody meant it, remove the account and tell the operator.",
            Detail.ACCOUNT,
            Detail.RESULT),
    STAFF_REMOVED(
            Reader.STAFF,
            "アカウントを消しました。user は消した人です。",
            "An account was removed, by user.",
            "何もすることはありません。",
            "Nothing to do.",
            Detail.ACCOUNT,
            Detail.USER),
    STAFF_CODE_REFUSED(
            Reader.STAFF,
            "登録の番号が合いませんでした。",
            "A code for enrolling was wrong or too old.",
            "続くときは、だれが端末の前にいたかを確かめます。",
            "If it goes on, find out who stood at the kiosk."),
    STAFF_SIGNED_IN(
            Reader.STAFF,
            "店員の画面に入りました。",
            "Somebody signed in at the staff desk.",
            "覚えのないときは、暗証番号を新しくします。",
            "If it was not the account's owner, choose a new PIN.",
            Detail.ACCOUNT),
    STAFF_SIGN_IN_REFUSED(
            Reader.STAFF,
            "店員の画面に入れませんでした。暗証番号がちがう（wrong）、待ち時間中（locked）、アカウントがない（unknown）、ディスクに書けない（unwritable）のどれかです。",
            "Signing in was refused: the PIN was wrong, the account locked or gone, or the disk could not be written.",
            "続くときは、だれが端末の前にいたかを確かめます。",
            "If it goes on, find out who stood at the kiosk.",
            Detail.ACCOUNT,
            Detail.RESULT),
    STAFF_SIGNED_OUT(
            Reader.STAFF,
            "店員の画面を終わりました。",
            "The staff desk was left, or closed by itself.",
            "何もすることはありません。",
            "Nothing to do.",
            Detail.ACCOUNT,
            Detail.REASON),
    SERVICE_STOPPED(
            Reader.STAFF,
            "店員がサービスを止めました。",
            "Staff have stopped the service.",
            "再開を忘れていないか確かめます。",
            "See that it is resumed.",
            Detail.ACCOUNT,
            Detail.REASON),
    SERVICE_RESUMED(
            Reader.STAFF,
            "店員がサービスを再開しました。",
            "Staff have resumed the service.",
            "何もすることはありません。",
            "Nothing to do.",
            Detail.ACCOUNT),
    DRAIN_BEGUN(
            Reader.STAFF,
            "新しい手続きを受け付けず、続いている手続きが終わるのを待っています。command がその目的です。",
            "No visit begins any more, and one that is under way is waited for; command says what for.",
            "何もすることはありません。",
            "Nothing to do.",
            Detail.ACCOUNT,
            Detail.COMMAND),
    DRAIN_CALLED_OFF(
            Reader.STAFF,
            "待つのをやめ、サービスを続けます。",
            "That was called off: the service goes on.",
            "何もすることはありません。",
            "Nothing to do.",
            Detail.ACCOUNT,
            Detail.COMMAND),
    VISIT_WITHDRAWN(
            Reader.STAFF,
            "時間までに終わらなかった手続きを取り消しました。",
            "A visit that was not over in time was undone.",
            "利用者が端末に来たときは、お金とカードを確かめます。",
            "If the resident comes back, look after money and card.",
            Detail.ACCOUNT,
            Detail.STAGE),
    SELF_TESTED(
            Reader.STAFF,
            "店員が装置の動作を確かめました。",
            "Staff have tested a device.",
            "result が悪いときは、店員の画面の手順のとおりにします。",
            "If the result is bad, follow the steps at the desk.",
            Detail.ACCOUNT,
            Detail.PART,
            Detail.RESULT),
    SETTING_CHANGED(
            Reader.STAFF,
            "店員が端末の設定を変えました。",
            "Staff have changed a setting.",
            "何もすることはありません。",
            "Nothing to do.",
            Detail.ACCOUNT,
            Detail.CHECK);

    /** Who acts on it. */
    public enum Reader {
        STAFF,
        OPERATOR
    }

    private final Reader reader;
    private final LocalText meaning;
    private final LocalText action;

    @SuppressWarnings("ImmutableEnumChecker") // of List.of
    private final List<Detail> details;

    AuditEvent(Reader reader, String meaningJa, String meaning, String actionJa, String action, Detail... details) {
        this.reader = reader;
        this.meaning = new LocalText(meaningJa, meaning);
        this.action = new LocalText(actionJa, action);
        this.details = List.of(details);
    }

    public Reader reader() {
        return reader;
    }

    /** What has happened. */
    public LocalText meaning() {
        return meaning;
    }

    /** What the reader does about it. */
    public LocalText action() {
        return action;
    }

    /** What may be told with it. */
    public List<Detail> details() {
        return details;
    }
}
