package demo;

import java.text.Normalizer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import practice.PracticeNetworks;

import org.springframework.context.ApplicationContext;

import io.channelkeeper.channel.ChannelService;
import io.channelkeeper.creator.CreatorService;
import io.channelkeeper.creator.NewCreator;
import io.channelkeeper.invitation.InvitationService;
import io.channelkeeper.invitation.InvitedWay;
import io.channelkeeper.invitation.NewInvitation;
import io.channelkeeper.network.Networks;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.organization.DemoOrganizations;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.picture.CreatorPictures;
import io.channelkeeper.picture.Crop;
import io.channelkeeper.support.EmailAddress;
import io.channelkeeper.support.Tenancy;

/**
 * What a member of the demo does: adds creators and invites them, through the real
 * services.
 */
final class DemoTeam {

	/** Most stories of the demo are about pages. */
	private static final ProviderId PAGES = new ProviderId("facebook");

	private final ApplicationContext context;

	private final PracticeNetworks networks;

	private final Viewer member;

	DemoTeam(ApplicationContext context, PracticeNetworks networks, String email) {
		this.context = context;
		this.networks = networks;
		this.member = context.getBean(DemoOrganizations.class).viewer(email);
	}

	Viewer member() {
		return this.member;
	}

	/** Adds a creator with channels. */
	UUID add(String name, Locale language, List<String> tags, String... addresses) {
		return within(() -> {
			UUID creator = this.context.getBean(CreatorService.class)
				.create(this.member, new NewCreator(name, email(name), language, this.member.memberId(), tags));
			Networks known = this.context.getBean(Networks.class);
			Arrays.stream(addresses)
				.map((address) -> known.recognize(address).orElseThrow(() -> new IllegalStateException(address)))
				.forEach((address) -> this.context.getBean(ChannelService.class).add(this.member, creator, address));
			return creator;
		});
	}

	/**
	 * Sends an invitation for every channel that can be connected here.
	 * @return the link, as it stands in the mail
	 */
	String invite(UUID creator) {
		return invite(creator, PAGES, null, null);
	}

	/**
	 * The same, with sign-ins at this provider where a channel can be reached that way.
	 */
	String inviteBy(String provider, UUID creator) {
		return invite(creator, new ProviderId(provider), null, null);
	}

	/** The same with the member's own words. */
	String invite(UUID creator, String words) {
		return invite(creator, PAGES, words, null);
	}

	/** The same, with links that end soon after this moment. */
	String inviteInHaste(UUID creator) {
		return invite(creator, PAGES, null, this.networks.clock().instant().plusSeconds(3600));
	}

	/** Shows a creator with this picture. */
	void upload(UUID creator, byte[] picture) {
		within(() -> {
			this.context.getBean(CreatorPictures.class).upload(this.member, creator, () -> picture, Crop.MIDDLE);
			return true;
		});
	}

	List<UUID> channels(UUID creator) {
		return within(() -> this.context.getBean(ChannelService.class)
			.ofCreator(creator)
			.stream()
			.map((channel) -> channel.id())
			.toList());
	}

	<T> T within(Supplier<T> work) {
		return Tenancy.within(this.member.organizationId(), work);
	}

	private String invite(UUID creator, ProviderId by, @Nullable String words, @Nullable Instant end) {
		EmailAddress email = within(
				() -> Objects.requireNonNull(this.context.getBean(CreatorService.class).get(creator).email()));
		int before = this.networks.mailbox().allTo(email.value()).size();
		within(() -> {
			List<InvitedWay> ways = this.context.getBean(ChannelService.class)
				.ofCreator(creator)
				.stream()
				.flatMap((channel) -> this.context.getBean(Networks.class)
					.ways(channel.network())
					.stream()
					.max(Comparator.comparing((way) -> way.provider().equals(by)))
					.stream()
					.map((way) -> new InvitedWay(channel.id(), way.provider())))
				.toList();
			InvitationService invitations = this.context.getBean(InvitationService.class);
			Locale language = this.context.getBean(CreatorService.class).get(creator).language();
			invitations.send(this.member,
					invitations.create(this.member, new NewInvitation(creator, ways, email, language, words, end)));
			return true;
		});
		return this.networks.mailbox().await(email.value(), before).link("/connect/");
	}

	private static EmailAddress email(String name) {
		String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("[^A-Za-z ]", "");
		return new EmailAddress(plain.toLowerCase(Locale.ROOT).replace(' ', '.') + "@creators.example");
	}

}
