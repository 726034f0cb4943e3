package jp.madoguchi.kiosk;

import java.io.IOException;
import java.nio.file.Path;
import jp.madoguchi.kiosk.control.ControlSocket;

/** The page with which a display session opens the screen. */
public final class SessionPage {
    private static final String HTML = """
            <!DOCTYPE html>
            <html lang="ja"><meta charset="utf-8"><title>窓口</title>
            <form method="post" action="%ssession"><input type="hidden" name="token" value="%s"><button>開く</button></form>
            <script>document.forms[0].submit()</script></html>
            """;

    private SessionPage() {}

    /** Throws when no program listens at {@code control}. */
    public static String of(Path control) throws IOException {
        return HTML.formatted(ControlSocket.ask(control, "address"), ControlSocket.ask(control, "token"));
    }
}
