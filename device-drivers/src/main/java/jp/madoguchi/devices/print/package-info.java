/** The printer port: what the kiosk may ask of a printer, and every answer the world can give. */
@NullMarked
package jp.madoguchi.devices.print;

import org.jspecify.annotations.NullMarked;
