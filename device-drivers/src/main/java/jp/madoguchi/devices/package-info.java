/** What every device adapter shares; the ports are one package below, the adapters two. */
@NullMarked
package jp.madoguchi.devices;

import org.jspecify.annotations.NullMarked;
