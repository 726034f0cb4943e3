package jp.madoguchi.workbench.attack;

import java.io.IOException;
import java.security.GeneralSecurityException;

/** What a front says to one kind of call. */
@FunctionalInterface
interface Speech {
    Speech HONEST = (asked, center) -> Reply.of(center.ask(asked));

    /** @param center the honest one behind it */
    Reply to(Asked asked, HonestCenter center) throws IOException, GeneralSecurityException, InterruptedException;
}
