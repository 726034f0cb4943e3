package jp.madoguchi.kiosk.staff;

import java.util.concurrent.CompletableFuture;
import jp.madoguchi.kiosk.terms.Part;

/** Looks at the devices before their time. Any thread; answers from the device's own. */
public interface DeviceTests {
    /** Every part is looked at now; done when each has said how it is. A device that is at work answers when it has done that. */
    CompletableFuture<Void> lookNow();

    /**
     * Tries one part: no money is paid, no PIN is asked for, one page at most is printed. Not while somebody is served, nor
     * when somebody is by the time the device has done what it was at: {@link Tested.Finding#NOT_NOW}.
     */
    CompletableFuture<Tested> test(Part part);
}
