package jp.madoguchi.kiosk.act;

import jp.madoguchi.kiosk.flow.Event;
import jp.madoguchi.kiosk.terms.VisitId;

/** Where the hands tell what happened. Any thread. */
interface Posts {
    /** To this visit, or to nobody once it is over. */
    void post(VisitId visit, Event event);

    /** To whoever is there. */
    void post(Event event);
}
