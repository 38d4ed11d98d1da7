package io.channelkeeper.picture.web;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import io.channelkeeper.channel.Channel;
import io.channelkeeper.network.NetworkId;
import io.channelkeeper.network.Networks;
import io.channelkeeper.organization.Action;
import io.channelkeeper.organization.Viewer;
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
		if (errand.channels() == 0) {
			return begun(errand, language);
		}
		String name = shown(channel.network(), channel.handle(), channel.displayName());
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

	/** Where somebody sees how far many channels are: admins on a page of its own. */
	List<Check> checks(PictureErrand errand, Viewer viewer, Locale language) {
		if (errand.channels() == 0) {
			return List.of();
		}
		return List
			.of(viewer.may(Action.ADMINISTER) ? new Check(text("picture.fetch.how-far", language), JobsController.PATH)
					: new Check(text("picture.fetch.themselves", language, errand.channels()), null));
	}

	/** A channel as people call it. */
	String shown(NetworkId network, String handle, @Nullable String displayName) {
		return this.networks.get(network).show(handle, displayName);
	}

	/** Why a channel was skipped or its picture did not come. */
	String reason(@Nullable String reason, Locale language) {
		return text("picture.reason." + ((reason != null) ? reason : "UNREACHABLE"), language);
	}

	String text(String key, Locale language, Object... arguments) {
		return this.messages.getMessage(key, arguments, language);
	}

	/**
	 * What is said below a message; it waits in the session for the next page.
	 *
	 * @param text what
	 * @param link where it leads, or null
	 */
	record Check(String text, @Nullable String link) implements Serializable {

	}

}
