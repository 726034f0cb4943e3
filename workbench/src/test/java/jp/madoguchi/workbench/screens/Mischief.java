package jp.madoguchi.workbench.screens;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.Random;

/** What hands do to a screen beside touching its buttons. Touches are those of a finger, made by Chromium's own input. */
enum Mischief {
    SWIPE_ACROSS {
        @Override
        void to(Page page, CDPSession chromium) {
            drag(page, chromium, 0.02, 0.5, 0.98, 0.5);
            drag(page, chromium, 0.98, 0.5, 0.02, 0.5);
        }
    },
    SWIPE_DOWN_AND_UP {
        @Override
        void to(Page page, CDPSession chromium) {
            drag(page, chromium, 0.5, 0.3, 0.5, 0.95);
            drag(page, chromium, 0.5, 0.95, 0.5, 0.05);
        }
    },
    PINCH {
        @Override
        void to(Page page, CDPSession chromium) {
            for (double scale : new double[] {3, 0.3}) {
                JsonObject pinch = point(page, 0.5, 0.5);
                pinch.addProperty("scaleFactor", scale);
                pinch.addProperty("relativeSpeed", 3000);
                chromium.send("Input.synthesizePinchGesture", pinch);
            }
        }
    },
    LONG_PRESS {
        @Override
        void to(Page page, CDPSession chromium) {
            JsonObject press = point(page, 0.5, 0.2);
            press.addProperty("duration", 900);
            chromium.send("Input.synthesizeTapGesture", press);
        }
    },
    CONTEXT_MENU {
        @Override
        void to(Page page, CDPSession chromium) {
            page.mouse()
                    .click(
                            page.viewportSize().width / 2.0,
                            page.viewportSize().height / 5.0,
                            new com.microsoft.playwright.Mouse.ClickOptions()
                                    .setButton(com.microsoft.playwright.options.MouseButton.RIGHT));
        }
    },
    SELECT_AND_DRAG {
        @Override
        void to(Page page, CDPSession chromium) {
            page.dblclick("h1");
            page.mouse().move(20, 20);
            page.mouse().down();
            page.mouse().move(page.viewportSize().width - 20, page.viewportSize().height / 2.0);
            page.mouse().up();
            page.keyboard().press("Control+a");
        }
    },
    ZOOM_KEYS {
        @Override
        void to(Page page, CDPSession chromium) {
            page.keyboard().press("Control+Equal");
            page.keyboard().press("Control+Minus");
            page.keyboard().press("Control+0");
            page.keyboard().down("Control");
            page.mouse().wheel(0, -300);
            page.keyboard().up("Control");
        }
    },
    RELOAD {
        @Override
        void to(Page page, CDPSession chromium) {
            page.reload();
        }
    },
    BACK_AND_FORWARD {
        @Override
        void to(Page page, CDPSession chromium) {
            page.keyboard().press("Alt+ArrowLeft");
            page.keyboard().press("Alt+ArrowRight");
            page.evaluate("history.forward()");
        }
    };

    abstract void to(Page page, CDPSession chromium);

    /** Taps of a finger where no button is near: one close to a button the browser takes for the button. */
    static void tapBesideButtons(Page page, Random random, int times) {
        int width = page.viewportSize().width;
        int height = page.viewportSize().height;
        for (int i = 0; i < times; i++) {
            int x = random.nextInt(width);
            int y = random.nextInt(height);
            boolean button = (Boolean) page.evaluate("""
                    ([x, y]) => [-24, 0, 24].some(across => [-24, 0, 24].some(down =>
                      document.elementFromPoint(x + across, y + down)?.closest('button, label, summary, a')))""", java.util.List.of(x, y));
            if (!button) {
                page.touchscreen().tap(x, y);
            }
        }
    }

    private static JsonObject point(Page page, double across, double down) {
        JsonObject point = new JsonObject();
        point.addProperty("x", Math.round(page.viewportSize().width * across));
        point.addProperty("y", Math.round(page.viewportSize().height * down));
        return point;
    }

    private static void drag(Page page, CDPSession chromium, double fromX, double fromY, double toX, double toY) {
        touch(chromium, "touchStart", point(page, fromX, fromY));
        for (int i = 1; i <= 10; i++) {
            touch(chromium, "touchMove", point(page, fromX + (toX - fromX) * i / 10, fromY + (toY - fromY) * i / 10));
        }
        JsonObject up = new JsonObject();
        up.addProperty("type", "touchEnd");
        up.add("touchPoints", new JsonArray());
        chromium.send("Input.dispatchTouchEvent", up);
    }

    private static void touch(CDPSession chromium, String type, JsonObject point) {
        JsonArray points = new JsonArray();
        points.add(point);
        JsonObject touch = new JsonObject();
        touch.addProperty("type", type);
        touch.add("touchPoints", points);
        chromium.send("Input.dispatchTouchEvent", touch);
    }
}
