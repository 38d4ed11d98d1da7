package io.channelkeeper.picture.web;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.springframework.stereotype.Component;

import io.channelkeeper.channel.Channel;
import io.channelkeeper.channel.ChannelService;
import io.channelkeeper.creator.Creator;
import io.channelkeeper.creator.CreatorService;
import io.channelkeeper.network.Network;
import io.channelkeeper.network.Networks;
import io.channelkeeper.organization.Organization;
import io.channelkeeper.organization.OrganizationService;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.picture.CreatorPicture;
import io.channelkeeper.picture.CreatorPicture.Source;
import io.channelkeeper.picture.CreatorPictures;
import io.channelkeeper.picture.PictureAdvice;
import io.channelkeeper.picture.PictureService;
import io.channelkeeper.support.web.LazyVariable;

/**
 * Gathers what the page about a creator's picture shows.
 */
@Component
class CreatorPictureViews {

	private static final double MEGABYTE = 1024 * 1024;

	private final CreatorPictures pictures;

	private final PictureService ofChannels;

	private final CreatorService creators;

	private final ChannelService channels;

	private final Networks networks;

	private final PictureAdvice advice;

	private final OrganizationService organizations;

	CreatorPictureViews(CreatorPictures pictures, PictureService ofChannels, CreatorService creators,
			ChannelService channels, Networks networks, PictureAdvice advice, OrganizationService organizations) {
		this.advice = advice;
		this.organizations = organizations;
		this.pictures = pictures;
		this.ofChannels = ofChannels;
		this.creators = creators;
		this.channels = channels;
		this.networks = networks;
	}

	/**
	 * The page of a creator.
	 * @throws io.channelkeeper.support.NotFoundException if the organization has no such
	 * creator
	 */
	CreatorPictureView of(UUID creatorId) {
		Creator creator = this.creators.get(creatorId);
		CreatorPicture shown = this.pictures.standing(creatorId);
		List<Channel> channels = this.channels.ofCreator(creatorId);
		String from = channels.stream()
			.filter((channel) -> channel.id().equals(shown.channelId()))
			.map((channel) -> this.networks.get(channel.network()).name())
			.findFirst()
			.orElse(null);
		long limit = this.pictures.limit().toBytes();
		return new CreatorPictureView(creatorId, creator.name(), creator.archived(), shown.address(),
				(shown.address() != null) ? shown.source().name() : "NONE", from, shown.uploadedBy(),
				shown.uploadedAt(), choices(channels, shown), limit, limit / MEGABYTE);
	}

	/** Why pictures are missing, and what brings them. */
	PictureAdvice.Advice advice(Viewer viewer, UUID creatorId, Locale language) {
		return this.advice.of(viewer, creatorId, language);
	}

	/** Whose privacy statement holds, where that is told (P-10). */
	LazyVariable<Organization> organization(Viewer viewer) {
		return new LazyVariable<>(() -> this.organizations.get(viewer.organizationId()));
	}

	private List<CreatorPictureView.Choice> choices(List<Channel> channels, CreatorPicture shown) {
		Map<UUID, String> addresses = new HashMap<>();
		this.ofChannels.standings(channels.stream().map(Channel::id).toList()).forEach((standing) -> {
			if (standing.address() != null) {
				addresses.put(standing.channelId(), standing.address());
			}
		});
		return channels.stream().map((channel) -> {
			Network network = this.networks.get(channel.network());
			return new CreatorPictureView.Choice(channel.id(), channel.network().value(), network.name(),
					network.show(channel.handle(), channel.displayName()), addresses.get(channel.id()),
					shown.source() != Source.UPLOADED && channel.id().equals(shown.channelId()));
		}).toList();
	}

}
