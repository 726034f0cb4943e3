/** An IPP/2.0 printer on loopback that keeps what it printed (RFC 8010, RFC 8011, PWG 5100.12). */
@NullMarked
package jp.madoguchi.simulators.printer;

import org.jspecify.annotations.NullMarked;
