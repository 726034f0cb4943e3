/** The program as a unit of systemd: what it tells the service manager, and its lines in the journal. */
@NullMarked
package jp.madoguchi.kiosk.systemd;

import org.jspecify.annotations.NullMarked;
