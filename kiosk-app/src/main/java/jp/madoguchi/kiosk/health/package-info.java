/** How the kiosk is: one model behind the staff's screens, the control socket, the service manager and the metrics. */
@NullMarked
package jp.madoguchi.kiosk.health;

import org.jspecify.annotations.NullMarked;
