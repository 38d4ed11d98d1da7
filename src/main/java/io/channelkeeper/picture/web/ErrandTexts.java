package io.channelkeeper.picture.web;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import io.channelkeeper.channel.Channel;
import io.channelkeeper.network.Networks;
import io.channelkeeper.picture.PictureErrand;

/**
 * Says what became of asking for pictures.
 */
@Component
class ErrandTexts {

	private final Networks networks;

	private final MessageSource messages;

	ErrandTexts(Networks networks, MessageSource messages) {
		this.networks = networks;
		this.messages = messages;
	}

	/** What became of the picture of one channel. */
	String told(PictureErrand errand, Channel channel, Locale language) {
		String name = this.networks.get(channel.network()).show(channel.handle(), channel.displayName());
		return switch (errand.outcome()) {
			case null -> text("picture.fetch.coming", language, name);
			case CHANGED -> text("picture.fetch.changed", language, name);
			case UNCHANGED -> text("picture.fetch.unchanged", language, name);
			case SKIPPED, FAILED -> text("picture.fetch.none", language, name, reason(errand.reason(), language));
		};
	}

	/** What was begun for many channels. */
	String begun(PictureErrand errand, Locale language) {
		return text("picture.fetch.begun", language, errand.channels());
	}

	/** Why a channel was skipped or its picture did not come. */
	String reason(@Nullable String reason, Locale language) {
		return text("picture.reason." + ((reason != null) ? reason : "UNREACHABLE"), language);
	}

	String text(String key, Locale language, Object... arguments) {
		return this.messages.getMessage(key, arguments, language);
	}

}
