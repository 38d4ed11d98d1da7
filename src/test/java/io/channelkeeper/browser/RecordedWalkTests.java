package io.channelkeeper.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import io.channelkeeper.channel.ChannelService;
import io.channelkeeper.channel.TestChannels;
import io.channelkeeper.connection.TestConnections;
import io.channelkeeper.creator.NewCreator;
import io.channelkeeper.creator.TestCreators;
import io.channelkeeper.organization.Role;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.portfolio.PortfolioRows;
import io.channelkeeper.support.Tenancy;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The moving picture of the README: what life does at a network, and the portfolio beside
 * it.
 */
@BrowserTest
class RecordedWalkTests {

	private static final Duration SHORT = Duration.ofSeconds(2);

	private static final Duration LONG = Duration.ofMillis(2500);

	@Autowired
	TestOrganizations organizations;

	@Autowired
	TestCreators creators;

	@Autowired
	TestChannels channels;

	@Autowired
	ChannelService channelService;

	@Autowired
	TestConnections signIns;

	@Autowired
	PortfolioRows rows;

	@Test
	@DisplayName("M-6, H-7, H-9: password changed, banner, reconnected in a pop-up, recorded")
	void recordsHowItBreaksAndComesBack(Browsing browsing) throws Exception {
		Viewer jonas = this.organizations.member(this.organizations.make("Lumen Social"), Role.ADMIN, "Jonas Weber");
		UUID channel = connected(jonas, "Ana Kocht", "ana", "instagram anakocht", "facebook anakocht",
				"instagram bistro_ana");
		connected(jonas, "Iris Demir", "iris", "instagram irisdemir", "facebook iristravels");
		connected(jonas, "Lotte Berg", "lotte", "instagram lotteberg");
		connected(jonas, "Mila Novak", "mila", "instagram milanovak");
		connected(jonas, "Noah Stein", "noah", "instagram noahstein", "facebook noahstein");
		connected(jonas, "Olga Petrenko", "olga", "instagram olga.petrenko");
		connected(jonas, "Rosa Marín", "rosa", "instagram rosamarin");
		connected(jonas, "Sven Dahl", "sven", "instagram svendahl");
		this.rows.invite(jonas, creator(jonas, channel), channel, "CONFIRMED", null);
		Recording recording = new Recording(browsing);
		Page network = recording.left();
		Page desk = recording.right();
		browsing.signIn(desk, jonas.email(), TestOrganizations.PASSWORD);
		network.navigate(browsing.practice().baseUrl());
		look(network);
		assertThat(desk.locator("tbody .face img")).hasCount(8, new HasCountOptions().setTimeout(15_000));
		recording.take("Everything is connected.", SHORT);

		Locator change = network.locator("#ana button", new Page.LocatorOptions().setHasText("change password"));
		recording.take("At the network, the password of Ana’s login is changed …", SHORT, change);
		change.click();
		network.waitForURL("**/#people");
		look(network);
		this.signIns.probe(jonas, channel);
		desk.navigate("/portfolio");
		assertThat(desk.locator(".alarm")).containsText("3 channels are interrupted");
		recording.take("… and the team reads at once what is interrupted, and why.", LONG,
				network.locator("#ana .soft").first(), desk.locator(".alarm a"));

		desk.locator(".alarm a").click();
		Locator all = desk.getByText("Reconnect all 3");
		recording.take("One sign-in carries all three channels.", LONG, all);
		all.click();
		recording.take("Which account is expected, and what the sign-in brings back.", LONG, desk.locator(".expected"),
				desk.getByText("This also brings back"));

		NetworkWindow window = NetworkWindow.open(desk);
		recording.openAbove(window.page(), 300);
		window.page().locator("[name=password]").fill("practice2");
		Locator logIn = window.page().locator("button.main");
		recording.take("The network’s own login opens in a pop-up.", SHORT, logIn);
		logIn.click();
		window.page().waitForURL("**/facebook/dialog/**");
		recording.openAbove(window.page(), 354);
		recording.take("Agreeing once is enough.", SHORT, window.page().locator("button.main"));
		window.agree();
		desk.waitForURL("**/connections/reconnect");
		recording.closeAbove();
		recording.take("All three are back.", LONG);
		desk.navigate("/portfolio");
		assertThat(desk.locator(".alarm, .alarm-mark")).hasCount(0);
		recording.take("Everything is connected again.", LONG);

		Path file = recording.write("reconnect");
		assertThat(Files.size(file)).isBetween(100_000L, 1_500_000L);
		assertThat(frames(file)).isEqualTo(9);
	}

	private UUID creator(Viewer member, UUID channel) {
		return Tenancy.within(member.organizationId(), () -> this.channelService.get(channel).creatorId());
	}

	/**
	 * Of the control page only what this is about, so that it is seen without scrolling.
	 */
	private static void look(Page network) {
		network.addStyleTag(new Page.AddStyleTagOptions().setContent("""
				#answers, #answers + table, section:not(:has(#people)), #ana ~ tr { display: none }
				section > :not(#people, #people + table) { display: none }"""));
		network.evaluate("window.scrollTo(0, 0)");
	}

	/** A creator whose channels hang on one sign-in; answers the first one. */
	private UUID connected(Viewer member, String name, String person, String... addresses) throws Exception {
		UUID creator = this.creators.add(member,
				new NewCreator(name, null, Locale.ENGLISH, member.memberId(), List.of()));
		List<UUID> all = new ArrayList<>();
		for (String address : addresses) {
			String[] parts = address.split(" ", 2);
			UUID channel = this.channels.add(member, creator, TestChannels.address(parts[0], parts[1]));
			this.signIns.signIn(member, channel, person);
			all.add(channel);
		}
		return all.getFirst();
	}

	private static int frames(Path file) throws Exception {
		ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
		try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
			reader.setInput(in);
			return reader.getNumImages(true);
		}
		finally {
			reader.dispose();
		}
	}

}
