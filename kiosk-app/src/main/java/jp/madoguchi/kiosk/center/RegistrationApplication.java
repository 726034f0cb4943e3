package jp.madoguchi.kiosk.center;

import jp.madoguchi.kiosk.terms.RequestId;

/**
 * What the resident says of the family register; personal, so not told in logs.
 *
 * @param request one id for one application, kept while it is repeated
 * @param municipality the 5-digit code of the one asked
 * @param domicile 本籍, at most without prefecture and municipality
 * @param head 筆頭者
 */
public record RegistrationApplication(RequestId request, String municipality, String domicile, String head) {
    @Override
    public String toString() {
        return "RegistrationApplication[" + request + "]";
    }
}
