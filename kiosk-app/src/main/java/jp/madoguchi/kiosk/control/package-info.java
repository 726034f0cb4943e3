/** The control socket: how other programs of this machine speak with the kiosk. Local, by user id, never over a network. */
@NullMarked
package jp.madoguchi.kiosk.control;

import org.jspecify.annotations.NullMarked;
