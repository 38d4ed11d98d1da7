package io.channelkeeper.network.x;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.network.Cause;
import io.channelkeeper.network.NetworkFault;
import io.channelkeeper.network.RemoteAnswer;

/**
 * The same for a made-up code: that X refuses the code means that it takes the app.
 */
class XCredentialsReading extends XReading {

	@Override
	public @Nullable NetworkFault faultOf(RemoteAnswer answer, Instant now) {
		if (XErrors.isAboutCode(answer)) {
			return null;
		}
		return XErrors.isAboutClient(answer) ? new NetworkFault.TokenRejected(Cause.TOKEN_REJECTED)
				: super.faultOf(answer, now);
	}

}
