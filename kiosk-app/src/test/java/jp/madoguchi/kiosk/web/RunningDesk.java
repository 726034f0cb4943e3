package jp.madoguchi.kiosk.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import jp.madoguchi.kiosk.staff.Role;
import jp.madoguchi.kiosk.staff.StaffScene;

/** The screen with somebody at its staff desk. */
abstract class RunningDesk extends RunningWeb {
    /** Somebody who is signed in: both cookies, and the token of the desk's page. */
    record Clerk(String cookies, String csrf, RawHttp http) {
        RawHttp.Reply post(String path, String form) {
            return http.post(path, form, "Cookie: " + cookies, "X-Csrf-Token: " + csrf);
        }

        /** The cookie of the display, which residents have too. */
        String display() {
            return cookies.substring(0, cookies.indexOf("; "));
        }

        /** The desk's own. */
        String own() {
            return cookies.substring(cookies.indexOf("; ") + 2);
        }

        RawHttp.Reply act(String page, String form) {
            return post("/staff/act/" + page, form);
        }

        RawHttp.Reply get(String path, String... headers) {
            String[] all = Arrays.copyOf(headers, headers.length + 1);
            all[headers.length] = "Cookie: " + cookies;
            return http.get(path, all);
        }
    }

    RawHttp.Reply door(Display display, String form) {
        return http.post("/staff/do/sign-in", form, "Cookie: " + display.cookie(), "X-Csrf-Token: " + display.csrf());
    }

    RawHttp.Reply press(Display display, String name) {
        return http.post(
                "/staff/do/key", "key=" + name, "Cookie: " + display.cookie(), "X-Csrf-Token: " + display.csrf());
    }

    /** Types what stands on the pad; the last answer. */
    RawHttp.Reply type(Display display, RawHttp.Reply screen, String digits) {
        RawHttp.Reply last = screen;
        for (int i = 0; i < digits.length(); i++) {
            last = press(display, key(screen, digits.substring(i, i + 1)));
        }
        return last;
    }

    Clerk signIn(String account, Role role) {
        staff.enrolled(account, role);
        Display display = display();
        display.get("/staff");
        type(display, door(display, "do=choose&name=" + account), StaffScene.PIN);
        return inside(display, door(display, "do=enter"));
    }

    Clerk inside(Display display, RawHttp.Reply entered) {
        assertEquals("/staff", entered.header("HX-Redirect"), entered.body());
        String cookies = display.cookie() + "; " + entered.header("Set-Cookie").split(";", 2)[0];
        String csrf = http.get("/staff", "Cookie: " + cookies).find("name=\"csrf\" content=\"([^\"]+)\"");
        return new Clerk(cookies, csrf, http);
    }

    Clerk clerk() {
        return signIn("clerk-1", Role.CLERK);
    }
}
