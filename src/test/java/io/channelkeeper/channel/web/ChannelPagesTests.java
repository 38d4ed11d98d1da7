package io.channelkeeper.channel.web;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import io.channelkeeper.ApplicationTest;
import io.channelkeeper.channel.Channel;
import io.channelkeeper.channel.ChannelService;
import io.channelkeeper.channel.Ineligibility;
import io.channelkeeper.channel.TestChannels;
import io.channelkeeper.creator.TestCreators;
import io.channelkeeper.organization.Role;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.Tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@ApplicationTest
class ChannelPagesTests {

	@Autowired
	MockMvc mvc;

	@Autowired
	TestOrganizations organizations;

	@Autowired
	TestCreators creators;

	@Autowired
	TestChannels made;

	@Autowired
	ChannelService channels;

	@Autowired
	JdbcClient jdbc;

	private Viewer viewer;

	private UUID ana;

	private UUID channel;

	@BeforeEach
	void makeChannel() {
		this.viewer = this.organizations.make("Bistro");
		this.ana = this.creators.ana(this.viewer);
		this.channel = this.made.instagram(this.viewer, this.ana, "anakocht");
	}

	@Test
	void showsTheNewFormInBothLanguages() throws Exception {
		as(get("/creators/new")).andExpect(status().isOk())
			.andExpect(content().string(allOf(containsString("Add creators"), containsString("Paste a list"),
					containsString("hx-post=\"/creators/recognize\""))));
		as(get("/creators/new").param("lang", "de"))
			.andExpect(content().string(allOf(containsString("Creator hinzufügen"), containsString("Liste einfügen"))));
	}

	@Test
	void addsACreatorWithChannels() throws Exception {
		as(creator("Ben").param("channels", "https://www.instagram.com/benkocht/?hl=de\nTikTok: @ben.kocht\n@ben")
			.param("choice", "tiktok:@other", "youtube:@ben")).andExpect(redirectedUrlPattern("/creators/*"))
			.andExpect(flash().attribute("message", "Ben was added with 3 channels."));
		assertThat(channelsOf("Ben")).containsExactlyInAnyOrder("instagram benkocht", "tiktok ben.kocht",
				"youtube ben");
	}

	@Test
	void asksForTheNetworkOfABareHandle() throws Exception {
		as(creator("Ben").param("channels", "@benkocht")).andExpect(status().is(422))
			.andExpect(content().string(allOf(containsString("Which network is “@benkocht” at?"),
					containsString("value=\"instagram:@benkocht\""), containsString("value=\"Ben\""),
					containsString(">@benkocht</textarea>"))));
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://www.example.com/anakocht", "anakocht.de", "ana kocht", "ana@kocht.example",
			"https://evil.example/@x", "<script>alert(1)</script>", "'; drop table channel; --", "\uD83C\uDF55",
			"@ana\u202Ekocht", "https://www.instagram.com/p/C0ffee/" })
	void saysWhatIsExpectedInsteadOf(String typed) throws Exception {
		as(creator("Ben").param("channels", typed)).andExpect(status().is(422))
			.andExpect(content().string(allOf(containsString("is no channel. Expected is an address such as"),
					not(containsString("<script>alert")))));
	}

	@Test
	@DisplayName("the same channel twice is refused with a link to the first")
	void refusesTheSameChannelTwice() throws Exception {
		as(creator("Ben").param("channels", "instagram.com/AnaKocht")).andExpect(status().is(422))
			.andExpect(content().string(allOf(containsString("is a channel of Ana Kocht already"),
					containsString("href=\"/creators/" + this.ana + "\""))));
		as(creator("Ben").param("channels", "instagram.com/ben\n@ben").param("choice", "instagram:@ben"))
			.andExpect(status().is(422))
			.andExpect(content().string(containsString("is in the list twice")));
	}

	@Test
	void addsNothingWhenTheNameIsMissing() throws Exception {
		as(creator(" ").param("channels", "instagram.com/ben")).andExpect(status().is(422))
			.andExpect(content()
				.string(allOf(containsString("Enter a name."), containsString(">instagram.com/ben</textarea>"))));
		as(creator("Ben").param("channels", "instagram.com/ben\n".repeat(51))).andExpect(status().is(422))
			.andExpect(content().string(containsString("At most 50 channels")));
		assertThat(channelsOf("Ben")).isEmpty();
	}

	@Test
	void recognizesWhileSomebodyTypes() throws Exception {
		as(post("/creators/recognize").param("channels", "youtube.com/@anakocht\n@ben")).andExpect(status().isOk())
			.andExpect(content().string(allOf(containsString("YouTube"), containsString("value=\"tiktok:@ben\""),
					not(containsString("<html")))));
	}

	@Test
	void addsAChannel() throws Exception {
		as(get("/creators/{id}/channels/new", this.ana)).andExpect(status().isOk())
			.andExpect(content().string(containsString("Add a channel of Ana Kocht")));
		as(newChannel("tiktok", "@anakocht")).andExpect(redirectedUrl("/creators/" + this.ana))
			.andExpect(flash().attribute("message", "@anakocht was added to Ana Kocht."));
		as(newChannel("", "https://x.com/anakocht")).andExpect(redirectedUrl("/creators/" + this.ana));
		assertThat(channelsOf("Ana Kocht")).containsExactlyInAnyOrder("instagram anakocht", "tiktok anakocht",
				"x anakocht");
	}

	@ParameterizedTest
	@CsvSource({ "instagram, https://x.com/anakocht, is at X", "'', @anakocht, Which network is",
			"instagram, '', Enter a handle", "instagram, ana kocht, is no channel",
			"nonsense, @anakocht, cannot be a handle", "instagram, AnaKocht, is a channel of Ana Kocht already" })
	void refusesAWrongChannel(String network, String handle, String reason) throws Exception {
		as(newChannel(network, handle)).andExpect(status().is(422))
			.andExpect(content().string(allOf(containsString(reason), containsString("value=\"" + handle + "\""))));
		assertThat(channelsOf("Ana Kocht")).containsExactly("instagram anakocht");
	}

	@Test
	@DisplayName("P-9 the handle can be corrected")
	void correctsTheHandle() throws Exception {
		this.made.instagram(this.viewer, this.ana, "bistro_ana");
		as(get("/channels/{id}/handle", this.channel)).andExpect(status().isOk())
			.andExpect(content().string(containsString("value=\"@anakocht\"")));
		as(handle("https://x.com/ana")).andExpect(status().is(422))
			.andExpect(content().string(containsString("is at X")));
		as(handle("bistro_ana")).andExpect(status().is(422))
			.andExpect(content().string(containsString("is a channel of Ana Kocht already")));
		as(handle("ana kocht")).andExpect(status().is(422));
		as(handle("ANAKOCHT")).andExpect(redirectedUrl("/creators/" + this.ana));
		as(handle("https://www.instagram.com/ana.kocht/")).andExpect(redirectedUrl("/creators/" + this.ana))
			.andExpect(flash().attribute("message", "The handle is @ana.kocht now."));
		assertThat(channel().handle()).isEqualTo("ana.kocht");
	}

	@Test
	@DisplayName("P-7 to P-9 a member marks a channel by hand, and clears it only by choice")
	void marksAndClears() throws Exception {
		as(get("/channels/{id}/ineligible", this.channel)).andExpect(status().isOk());
		as(post("/channels/{id}/ineligible", this.channel)).andExpect(status().is(422));
		as(post("/channels/{id}/ineligible", this.channel).param("reason", "PRIVATE"))
			.andExpect(flash().attribute("message", "@anakocht is marked as private."));
		assertThat(channel().ineligibility()).extracting(Ineligibility::source, Ineligibility::by)
			.containsExactly(Ineligibility.Source.MEMBER, this.viewer.memberId());
		as(post("/channels/{id}/check", this.channel)).andExpect(status().isOk())
			.andExpect(content().string(allOf(containsString("marked this profile as private"),
					containsString(this.viewer.name()), containsString("No public look-up is set up for Instagram"))));
		as(get("/channels/{id}/check", this.channel).param("lang", "de"))
			.andExpect(content().string(containsString("keine öffentliche Abfrage eingerichtet")));
		assertThat(channel().ineligibility()).isNotNull();
		as(post("/channels/{id}/eligible", this.channel)).andExpect(redirectedUrl("/creators/" + this.ana));
		assertThat(channel().ineligibility()).isNull();
		as(get("/channels/{id}/check", this.channel)).andExpect(content().string(containsString("Nothing is known")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "tiktok.com/@anakocht", "ana@localhost" })
	void keepsWhatIsNoMailAddress(String typed) throws Exception {
		as(creator("Ben").param("email", typed)).andExpect(status().is(422))
			.andExpect(content().string(containsString("value=\"" + typed + "\"")));
	}

	@Test
	void archivesAfterAsking() throws Exception {
		as(get("/channels/{id}/archive", this.channel)).andExpect(status().isOk())
			.andExpect(content().string(allOf(containsString("Archive @anakocht?"),
					containsString("Access is kept; figures and pictures are no longer fetched."))));
		as(post("/channels/{id}/archive", this.channel)).andExpect(status().is(422));
		as(post("/channels/{id}/archive", this.channel).param("disconnect", "true"))
			.andExpect(flash().attribute("message", "@anakocht (Instagram) was archived."));
		assertThat(channel().archived()).isTrue();
	}

	@Test
	void marketersDisconnectOnlyTheirOwn() throws Exception {
		Viewer marketer = this.organizations.member(this.viewer, Role.MARKETER);
		as(marketer, post("/channels/{id}/archive", this.channel).param("disconnect", "true"))
			.andExpect(status().isForbidden());
		assertThat(channel().archived()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "handle", "ineligible", "archive", "check", "eligible" })
	void answersAnotherOrganizationsChannelAsMissing(String page) throws Exception {
		Viewer other = this.organizations.make("Other");
		if (!page.equals("eligible")) {
			as(other, get("/channels/{id}/" + page, this.channel)).andExpect(status().isNotFound());
		}
		as(other,
				post("/channels/{id}/" + page, this.channel).param("handle", "x")
					.param("reason", "PRIVATE")
					.param("disconnect", "false"))
			.andExpect(status().isNotFound());
		as(other, get("/creators/{id}/channels/new", this.ana)).andExpect(status().isNotFound());
		as(other, newChannel("instagram", "ana2")).andExpect(status().isNotFound());
		assertThat(channel().ineligibility()).isNull();
		assertThat(channelsOf("Ana Kocht")).containsExactly("instagram anakocht");
	}

	@Test
	void asksTheStrangerToSignIn() throws Exception {
		this.mvc.perform(get("/creators/new")).andExpect(status().is3xxRedirection());
		this.mvc.perform(post("/creators/new").with(this.organizations.signedIn(this.viewer)))
			.andExpect(status().isForbidden());
	}

	private MockHttpServletRequestBuilder creator(String name) {
		return post("/creators/new").param("name", name).param("language", "de");
	}

	private MockHttpServletRequestBuilder newChannel(String network, String handle) {
		return post("/creators/{id}/channels/new", this.ana).param("network", network).param("handle", handle);
	}

	private MockHttpServletRequestBuilder handle(String handle) {
		return post("/channels/{id}/handle", this.channel).param("handle", handle);
	}

	private ResultActions as(MockHttpServletRequestBuilder request) throws Exception {
		return as(this.viewer, request);
	}

	private ResultActions as(Viewer who, MockHttpServletRequestBuilder request) throws Exception {
		return this.mvc.perform(request.with(this.organizations.signedIn(who)).with(csrf()));
	}

	private Channel channel() {
		return Tenancy.within(this.viewer.organizationId(), () -> this.channels.get(this.channel));
	}

	private List<@Nullable String> channelsOf(String name) {
		return this.jdbc.sql("""
				select channel.network || ' ' || channel.handle from channel join creator on creator.id = creator_id
				where creator.organization_id = ? and name = ?""")
			.params(this.viewer.organizationId(), name)
			.query(String.class)
			.list();
	}

}
