package io.channelkeeper.network.x;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.network.NetworkFault;
import io.channelkeeper.network.RemoteAnswer;

/**
 * The same for questions about strangers, which the app asks in its own name: that there
 * is no such account is an answer, and a refused token is the operator's.
 */
class XLookupReading extends XReading {

	@Override
	public @Nullable NetworkFault faultOf(RemoteAnswer answer, Instant now) {
		NetworkFault fault = super.faultOf(answer, now);
		if (fault instanceof NetworkFault.ChannelLost) {
			return null;
		}
		return (fault == null || fault.isTemporary()) ? fault : new NetworkFault.Unexpected();
	}

}
