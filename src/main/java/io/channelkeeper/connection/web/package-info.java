/**
 * The pages of connecting and disconnecting, and the address that networks answer to.
 */
@NullMarked
package io.channelkeeper.connection.web;

import org.jspecify.annotations.NullMarked;
