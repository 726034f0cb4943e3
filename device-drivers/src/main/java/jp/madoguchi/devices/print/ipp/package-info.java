/** The printer port on IPP (RFC 8010, RFC 8011, PWG 5100), spoken straight to the device: nothing rewrites the PDF. */
@NullMarked
package jp.madoguchi.devices.print.ipp;

import org.jspecify.annotations.NullMarked;
