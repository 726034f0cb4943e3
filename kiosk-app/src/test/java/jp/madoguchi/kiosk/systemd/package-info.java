@NullMarked
package jp.madoguchi.kiosk.systemd;

import org.jspecify.annotations.NullMarked;
