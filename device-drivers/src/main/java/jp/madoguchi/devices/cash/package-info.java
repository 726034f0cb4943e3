/** The cash port: taking coins, giving them back, and every answer the world can give. */
@NullMarked
package jp.madoguchi.devices.cash;

import org.jspecify.annotations.NullMarked;
