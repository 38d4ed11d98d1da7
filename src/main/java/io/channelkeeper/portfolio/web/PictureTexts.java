package io.channelkeeper.portfolio.web;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import io.channelkeeper.picture.PictureStanding;
import io.channelkeeper.portfolio.ChannelGlimpse;
import io.channelkeeper.portfolio.PictureGap;

/**
 * Says why a picture is missing or old (P-1, P-2, P-5), and when it is looked for again
 * (P-12).
 */
@Component
class PictureTexts {

	private final NetworkTexts networks;

	private final StateTexts states;

	private final Clock clock;

	PictureTexts(NetworkTexts networks, StateTexts states, Clock clock) {
		this.networks = networks;
		this.states = states;
		this.clock = clock;
	}

	/** The reason in sentences, or null when there is a picture of this cycle. */
	@Nullable String reason(@Nullable PictureGap gap, Reader reader) {
		if (gap == null) {
			return null;
		}
		List<String> sentences = new ArrayList<>();
		PictureStanding picture = gap.picture();
		Instant fetched = (picture != null) ? picture.fetchedAt() : null;
		sentences.add((gap.isShown() && fetched != null)
				? reader.text("portfolio.picture.old", reader.day(fetched), clause(gap, reader))
				: reader.text("portfolio.picture.none", clause(gap, reader)));
		String attempts = (picture != null && gap.reason().isAttempted()) ? attempts(picture, reader) : null;
		if (attempts != null) {
			sentences.add(attempts);
		}
		return String.join(" ", sentences);
	}

	/** When it was looked for and when it will be, or null where neither is known. */
	private static @Nullable String attempts(PictureStanding picture, Reader reader) {
		Instant last = picture.attemptedAt();
		Instant next = picture.nextAttemptAt();
		if (last != null && next != null) {
			return sentence(reader.text("portfolio.picture.attempts", reader.relative(last), reader.coming(next)));
		}
		if (last != null) {
			return sentence(reader.text("portfolio.picture.attempts.last", reader.relative(last)));
		}
		return (next != null) ? sentence(reader.text("portfolio.picture.attempts.next", reader.coming(next))) : null;
	}

	/** German days end with a full stop already. */
	private static String sentence(String words) {
		return words.endsWith(".") ? words : words + ".";
	}

	private String clause(PictureGap gap, Reader reader) {
		ChannelGlimpse channel = gap.channel();
		String key = "portfolio.picture." + gap.reason();
		if (channel == null) {
			return reader.text(key);
		}
		String network = this.networks.name(channel.network());
		if (gap.reason() == PictureGap.Reason.NO_PICTURE && !this.networks.showsPictures(channel.network())) {
			return reader.text(key + ".ever", network);
		}
		Instant since = (gap.picture() != null) ? gap.picture().unansweredSince() : null;
		return (gap.reason() == PictureGap.Reason.NO_ANSWER && since != null) ? unanswered(key, network, since, reader)
				: reader.text(key, network, this.states.word(channel, reader));
	}

	/** Since what time of today, or since which day. */
	private String unanswered(String key, String network, Instant since, Reader reader) {
		boolean today = since.atZone(reader.zone())
			.toLocalDate()
			.equals(this.clock.instant().atZone(reader.zone()).toLocalDate());
		return today ? reader.text(key + ".since", network, reader.time(since))
				: reader.text(key + ".day", network, reader.day(since));
	}

}
