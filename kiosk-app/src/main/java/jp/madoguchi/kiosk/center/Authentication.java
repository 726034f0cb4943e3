package jp.madoguchi.kiosk.center;

/**
 * What proves to the center who stands before the kiosk.
 *
 * @param signature of the card over {@code text}, RSASSA-PKCS1-v1_5 with SHA-256
 * @param certificate the resident's user-authentication certificate, DER
 * @param visitKey the SubjectPublicKeyInfo of the visit's key, DER
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; copied in and out
public record Authentication(AuthenticationText text, byte[] signature, byte[] certificate, byte[] visitKey) {
    public Authentication {
        signature = signature.clone();
        certificate = certificate.clone();
        visitKey = visitKey.clone();
    }

    @Override
    public byte[] signature() {
        return signature.clone();
    }

    @Override
    public byte[] certificate() {
        return certificate.clone();
    }

    @Override
    public byte[] visitKey() {
        return visitKey.clone();
    }
}
