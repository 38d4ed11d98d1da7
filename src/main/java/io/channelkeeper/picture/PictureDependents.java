package io.channelkeeper.picture;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import io.channelkeeper.channel.ChannelService;
import io.channelkeeper.connection.Dependents;
import io.channelkeeper.creator.Creator;
import io.channelkeeper.creator.CreatorService;

/**
 * Names the creator whose picture comes from a channel.
 */
@Component
class PictureDependents implements Dependents {

	private final PictureService pictures;

	private final ChannelService channels;

	private final CreatorService creators;

	private final MessageSource messages;

	PictureDependents(PictureService pictures, ChannelService channels, CreatorService creators,
			MessageSource messages) {
		this.pictures = pictures;
		this.channels = channels;
		this.creators = creators;
		this.messages = messages;
	}

	@Override
	public List<Dependent> of(UUID channelId, Locale language) {
		Creator creator = this.creators.get(this.channels.get(channelId).creatorId());
		String shown = this.pictures.ofCreators(List.of(creator.id())).get(creator.id());
		boolean comesFromHere = this.pictures.address(channelId).filter((address) -> address.equals(shown)).isPresent();
		return comesFromHere ? List
			.of(new Dependent(this.messages.getMessage("picture.depends", new Object[] { creator.name() }, language),
					"/creators/" + creator.id()))
				: List.of();
	}

}
