package io.channelkeeper.portfolio.web;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import io.channelkeeper.portfolio.ChannelGlimpse;
import io.channelkeeper.portfolio.PictureGap;

/**
 * Says why a picture is missing (P-1, P-2, P-5).
 */
@Component
class PictureTexts {

	private final NetworkTexts networks;

	private final StateTexts states;

	PictureTexts(NetworkTexts networks, StateTexts states) {
		this.networks = networks;
		this.states = states;
	}

	/** The reason in a sentence, or null when there is a picture. */
	@Nullable String reason(@Nullable PictureGap gap, Reader reader) {
		if (gap == null) {
			return null;
		}
		ChannelGlimpse channel = gap.channel();
		String key = "portfolio.picture." + gap.reason();
		if (channel == null) {
			return reader.text(key);
		}
		if (gap.reason() == PictureGap.Reason.STALE && channel.since() != null) {
			return reader.text(key, this.networks.name(channel.network()), this.states.word(channel, reader),
					reader.day(channel.since()));
		}
		String sentence = reader.text(key, this.networks.name(channel.network()), this.states.word(channel, reader));
		return (gap.reason() == PictureGap.Reason.NO_ANSWER && gap.nextAttempt() != null)
				? sentence + " " + reader.text("portfolio.picture.next", reader.coming(gap.nextAttempt())) : sentence;
	}

}
