package jp.madoguchi.kiosk.command;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.madoguchi.devices.DeviceFailure.Words;
import jp.madoguchi.devices.card.CardInspection;
import jp.madoguchi.devices.card.TokenKind;

/**
 * Whether anyone can log in with a token, as far as it shows without a PIN.
 *
 * @param standing until when its certificate is valid, or why that cannot be said yet; empty when there is none to judge
 * @param hindrances each reason why it cannot log in, with what to do about it
 */
record TokenCheck(Optional<Words> standing, List<Words> hindrances) {
    /** @param clock whose zone is the local time of the dates */
    static TokenCheck of(CardInspection.Inspected token, Clock clock) {
        List<Words> hindrances = new ArrayList<>();
        unserved(token).ifPresent(hindrances::add);
        Optional<Words> standing = Optional.empty();
        if (token.authentication().isPresent()) {
            standing = judge(token.authentication().get(), clock, hindrances);
        } else if (token.kind() == TokenKind.ANDROID_PHONE) {
            standing = Optional.of(new Words("証明書は暗証番号の後で分かる", "its certificate shows after the PIN"));
        }
        if (token.pinTries().isPresent() && token.pinTries().getAsInt() == 0) {
            hindrances.add(locked(token.kind()));
        }
        return new TokenCheck(standing, List.copyOf(hindrances));
    }

    boolean usable() {
        return hindrances.isEmpty();
    }

    private static Optional<Words> unserved(CardInspection.Inspected token) {
        return switch (token.kind()) {
            case ANDROID_PHONE -> Optional.empty();
            case MY_NUMBER_CARD ->
                token.authentication().isPresent()
                        ? Optional.empty()
                        : Optional.of(new Words(
                                "利用者証明用の電子証明書がない: 市区町村の窓口で発行を受ける",
                                "it has no user-authentication certificate: the municipal office issues one"));
            case IPHONE ->
                Optional.of(new Words(
                        "この端末はiPhoneに対応していない: マイナンバーカードを使う",
                        "this kiosk does not serve iPhones: use the My Number card"));
            case JUKI_CARD ->
                Optional.of(new Words(
                        "住民基本台帳カードにはログイン用の証明書がない: マイナンバーカードを使う",
                        "a Juki card has no certificate to log in with: use a My Number card"));
            case UNKNOWN ->
                Optional.of(new Words(
                        "この端末の知らない種類: マイナンバーカードを使い、運用者に知らせる",
                        "this kiosk does not know this kind: use a My Number card, and tell the operator its label"));
        };
    }

    private static Optional<Words> judge(byte[] der, Clock clock, List<Words> hindrances) {
        X509Certificate certificate;
        try {
            certificate = TokenReport.certificate(der);
        } catch (CertificateException broken) {
            hindrances.add(new Words(
                    "証明書として読めないものが入っている: 市区町村の窓口で確認を受ける",
                    "what it gives as its certificate is none: the municipal office can examine it"));
            return Optional.empty();
        }
        Instant now = clock.instant();
        Instant from = certificate.getNotBefore().toInstant();
        Instant until = certificate.getNotAfter().toInstant();
        LocalDate first = LocalDate.ofInstant(from, clock.getZone());
        LocalDate last = LocalDate.ofInstant(until, clock.getZone());
        if (now.isAfter(until)) {
            hindrances.add(new Words(
                    "証明書は " + last + " に有効期限切れ: 市区町村の窓口で更新する",
                    "certificate EXPIRED since " + last + ": renew at the municipal office"));
            return Optional.empty();
        }
        if (now.isBefore(from)) {
            hindrances.add(new Words(
                    "証明書は " + first + " から有効: 端末の時計を確かめる",
                    "certificate NOT YET VALID, from " + first + " on: check the clock of this machine"));
            return Optional.empty();
        }
        return Optional.of(new Words("証明書は " + last + " まで有効", "certificate valid until " + last));
    }

    private static Words locked(TokenKind kind) {
        return kind == TokenKind.MY_NUMBER_CARD
                ? new Words(
                        "暗証番号がロックされている: 市区町村の窓口か、アプリとコンビニの端末で初期化する",
                        "PIN locked: reset at the municipal office, or by app and kiosk")
                : new Words("暗証番号がロックされている: スマートフォンのアプリで初期化する", "PIN locked: reset it in the phone's app");
    }
}
