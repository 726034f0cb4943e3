/** Tests of the kiosk's own keys. */
@org.jspecify.annotations.NullMarked
package jp.madoguchi.kiosk.keys;
