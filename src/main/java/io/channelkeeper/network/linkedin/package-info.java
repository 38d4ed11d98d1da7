/**
 * LinkedIn, members and companies.
 */
@NullMarked
package io.channelkeeper.network.linkedin;

import org.jspecify.annotations.NullMarked;
