package jp.madoguchi.kiosk.visit;

import jp.madoguchi.kiosk.flow.Visit;

/**
 * The visit as it is to be shown.
 *
 * @param number grows with every change of stage; a tap names the screen it was made on, so that a late one is harmless
 * @param revision grows with every change of anything shown
 */
public record Screen(Visit visit, long number, long revision) {}
