package jp.madoguchi.kiosk.act;

import jp.madoguchi.kiosk.terms.VisitId;

/** Whose visit it is now. Any thread. */
@FunctionalInterface
interface CurrentVisit {
    VisitId id();
}
