package io.channelkeeper.network.pixel;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.network.AnswerReading;
import io.channelkeeper.network.NetworkFault;
import io.channelkeeper.network.RemoteAnswer;

/**
 * Pixel's answers: a good one has the status 200 and is JSON.
 */
class PixelReading implements AnswerReading {

	@Override
	public @Nullable NetworkFault faultOf(RemoteAnswer answer, Instant now) {
		if (answer.isSuccess()) {
			return (answer.body() != null) ? null : new NetworkFault.Unexpected();
		}
		return answer.faultOfStatus(now);
	}

}
