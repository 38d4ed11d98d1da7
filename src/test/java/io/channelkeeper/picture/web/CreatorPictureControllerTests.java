package io.channelkeeper.picture.web;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import javax.imageio.ImageIO;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributesModelMap;

import io.channelkeeper.ApplicationTest;
import io.channelkeeper.channel.TestChannels;
import io.channelkeeper.creator.CreatorService;
import io.channelkeeper.creator.TestCreators;
import io.channelkeeper.organization.Role;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.picture.AwayPictures;
import io.channelkeeper.picture.CreatorPicture;
import io.channelkeeper.picture.CreatorPicture.Source;
import io.channelkeeper.picture.CreatorPictures;
import io.channelkeeper.picture.FetchedPictures;
import io.channelkeeper.picture.HostilePictures;
import io.channelkeeper.picture.HostilePictures.Hostile;
import io.channelkeeper.picture.MissingReason;
import io.channelkeeper.picture.TestPictures;
import io.channelkeeper.support.Tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

@ApplicationTest
class CreatorPictureControllerTests {

	private static final byte[] RED = TestPictures.plain(Color.RED, 300, 200, "jpeg");

	@Autowired
	MockMvc mvc;

	@Autowired
	TestOrganizations organizations;

	@Autowired
	TestCreators creators;

	@Autowired
	CreatorService creatorService;

	@Autowired
	TestChannels channels;

	@Autowired
	FetchedPictures fetched;

	@Autowired
	CreatorPictures pictures;

	@Autowired
	CreatorPictureViews views;

	@Autowired
	MessageSource texts;

	@Autowired
	AwayPictures away;

	private Viewer admin;

	private Viewer mia;

	private UUID ana;

	private String path;

	private UUID instagram;

	private UUID tiktok;

	@BeforeEach
	void makeTwoChannels() {
		this.admin = this.organizations.make("Bistro");
		this.mia = this.organizations.member(this.admin, Role.MARKETER);
		this.ana = this.creators.ana(this.admin);
		this.path = "/creators/" + this.ana + "/picture";
		this.instagram = this.channels.instagram(this.admin, this.ana, "anakocht");
		this.tiktok = this.channels.add(this.admin, this.ana, TestChannels.address("tiktok", "anakocht"));
		this.fetched.show(this.admin, this.instagram, "instagram");
		this.fetched.show(this.admin, this.tiktok, "tiktok");
	}

	@Test
	void saysTheLimitBeforeInBothLanguages() throws Exception {
		assertThat(page("en")).contains("Upload picture", "up to 5 MB", "Use TikTok’s picture",
				"chosen automatically (connected channels first");
		assertThat(page("de")).contains("Bild hochladen", "bis 5 MB", "Das Bild von TikTok nehmen");
	}

	@Test
	@DisplayName("P-12: who has a current picture, uploaded or not, can have the channels' fetched now")
	void offersToFetchACurrentPicture() throws Exception {
		String fetch = "action=\"" + this.path + "/fetch\"";
		assertThat(page("en")).containsOnlyOnce(fetch).containsOnlyOnce(">Fetch now<");
		send(this.mia, RED, null);
		assertThat(page("de")).containsOnlyOnce(fetch).containsOnlyOnce(">Jetzt abrufen<");
	}

	@Test
	@DisplayName("P-13, P-15: any member uploads, and the whole team sees it")
	void theWholeTeamSeesWhatAnyMemberUploads() throws Exception {
		assertThat(send(this.mia, RED, null).getRedirectedUrl()).isEqualTo("/creators/" + this.ana);
		String address = Objects.requireNonNull(standing().address());
		assertThat(page("en")).contains("Uploaded by Mia Marketer", address, "Use Instagram’s picture again",
				"This deletes the uploaded picture.", "Whichever you choose, the uploaded picture is deleted.",
				"aria-label=\"Use TikTok’s picture (@anakocht)\"");
		assertThat(page("de")).contains("Hochgeladen von Mia Marketer", "Wieder das Bild von Instagram nehmen");
		for (String path : new String[] { "/portfolio", "/creators/" + this.ana }) {
			assertThat(open(this.admin, path).getContentAsString()).contains(address, "href=\"" + this.path + "\"");
		}
	}

	@Test
	@DisplayName("B-14: an uploaded picture goes only when somebody asks for the network's")
	void goesBackToTheChannelsWhenAsked() throws Exception {
		act("/channel", this.tiktok.toString());
		assertThat(standing().source()).isEqualTo(Source.CHOSEN);
		send(this.mia, RED, null);
		assertThat(page("en")).contains("Use TikTok’s picture again");
		act("/again", null);
		assertThat(standing().channelId()).isEqualTo(this.tiktok);
		assertThat(standing().source()).isEqualTo(Source.CHOSEN);
		assertThat(page("en")).contains("From TikTok, chosen by a member");
		act("/channel", null);
		assertThat(standing().source()).isEqualTo(Source.BEST);
		send(this.mia, RED, null);
		act("/again", null);
		assertThat(standing().source()).isEqualTo(Source.BEST);
		assertThat(act("/channel", UUID.randomUUID().toString()).getStatus()).isEqualTo(404);
	}

	@Test
	@DisplayName("B-14: what is shown after a choice is said")
	void saysWhatWasChosen() throws Exception {
		assertThat(page("en")).doesNotContain("uploaded picture is deleted");
		assertThat(said("/channel", this.tiktok)).isEqualTo("The picture of Ana Kocht now comes from TikTok.");
		send(this.mia, RED, null);
		assertThat(said("/again", null)).isEqualTo("The picture of Ana Kocht now comes from TikTok.");
		assertThat(said("/channel", null))
			.isEqualTo("The picture of Ana Kocht is now chosen automatically from the channels.");
		send(this.mia, RED, null);
		assertThat(said("/again", null))
			.isEqualTo("The picture of Ana Kocht is now chosen automatically from the channels.");
		UUID berta = this.creators.named(this.admin, "Berta");
		this.path = "/creators/" + berta + "/picture";
		send(this.mia, RED, null);
		assertThat(said("/again", null))
			.isEqualTo("The uploaded picture was removed. No channel of Berta has one yet.");
	}

	private Object said(String what, @Nullable UUID channel) throws Exception {
		MockHttpServletRequestBuilder request = post(this.path + what).with(csrf())
			.with(this.organizations.signedIn(this.mia));
		return Objects
			.requireNonNull(this.mvc.perform((channel != null) ? request.param("channel", channel.toString()) : request)
				.andReturn()
				.getFlashMap()
				.get("message"));
	}

	@Test
	void takesTheSquareThatWasChosen() throws Exception {
		BufferedImage halves = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
		halves.createGraphics().fillRect(0, 0, 150, 200);
		java.io.ByteArrayOutputStream file = new java.io.ByteArrayOutputStream();
		ImageIO.write(halves, "png", file);
		send(this.mia, file.toByteArray(), "0");
		assertThat(brightness()).isGreaterThan(250);
		send(this.mia, file.toByteArray(), "0.6");
		assertThat(brightness()).isLessThan(5);
		send(this.mia, file.toByteArray(), "NaN");
		assertThat(send(this.mia, file.toByteArray(), "nonsense").getStatus()).isEqualTo(400);
	}

	@Test
	void answersEachHostileFileAndLosesNothing() throws Exception {
		send(this.admin, RED, null);
		for (Map.Entry<String, Hostile> entry : HostilePictures.all().entrySet()) {
			CreatorPicture before = standing();
			Hostile file = entry.getValue();
			MockHttpServletResponse answer = send(this.mia, file.bytes(), null);
			assertThat(answer.getStatus()).as(entry.getKey()).isEqualTo((file.refused() != null) ? 422 : 303);
			if (file.refused() != null) {
				assertThat(answer.getContentAsString()).as(entry.getKey())
					.contains(entry.getKey().equals("one pixel") ? "smaller than 16" : sentence(file));
				assertThat(standing()).as(entry.getKey()).isEqualTo(before);
			}
			else {
				assertThat(standing().uploadedAt()).as(entry.getKey()).isAfter(before.uploadedAt());
			}
		}
	}

	@Test
	void saysThatNoFileWasChosen() throws Exception {
		MockMultipartHttpServletRequestBuilder empty = multipart(this.path);
		empty.file(new MockMultipartFile("file", "", "application/octet-stream", new byte[0]));
		MockHttpServletResponse answer = perform(empty, this.mia);
		assertThat(answer.getStatus()).isEqualTo(422);
		assertThat(answer.getContentAsString()).contains("Choose a picture first.");
		assertThat(perform(multipart(this.path), this.mia).getStatus()).isEqualTo(422);
	}

	@Test
	void saysThatTheBucketIsAwayAndLosesNothing() throws Exception {
		send(this.admin, RED, null);
		CreatorPicture before = standing();
		CreatorPictureController controller = new CreatorPictureController(this.views,
				new PictureUploads(this.away.uploads()), this.texts);
		PictureForm form = new PictureForm(
				new MockMultipartFile("file", TestPictures.plain(Color.BLUE, 300, 200, "jpeg")), null, null, null);
		ModelAndView answer = Tenancy.within(this.admin.organizationId(),
				() -> controller.upload(this.mia, this.ana, form, new RedirectAttributesModelMap(), Locale.ENGLISH));
		assertThat(answer.getStatus()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(answer.getModel()).containsEntry("refused", Refusal.AWAY);
		assertThat(standing()).isEqualTo(before);
		String sentence = this.texts.getMessage("picture.refused.AWAY", null, Locale.ENGLISH);
		assertThat(open(this.admin, this.path + "?refused=AWAY").getContentAsString())
			.containsSubsequence("role=\"alert\"", sentence);
	}

	@Test
	void anotherOrganizationFindsNothing() throws Exception {
		Viewer other = this.organizations.make("Atelier");
		CreatorPicture before = standing();
		assertThat(open(other, this.path).getStatus()).isEqualTo(404);
		assertThat(send(other, RED, null).getStatus()).isEqualTo(404);
		for (String what : new String[] { "/channel", "/again" }) {
			assertThat(perform(post(this.path + what), other).getStatus()).isEqualTo(404);
		}
		assertThat(standing()).isEqualTo(before);
	}

	@Test
	void archivedCreatorsKeepAPicture() throws Exception {
		Tenancy.within(this.admin.organizationId(), () -> this.creatorService.archive(this.admin, this.ana, false));
		assertThat(page("en")).contains("Ana Kocht is archived.");
		send(this.mia, RED, null);
		assertThat(standing().source()).isEqualTo(Source.UPLOADED);
	}

	@Test
	void nobodyUploadsFromAnotherPlace() throws Exception {
		MockMultipartHttpServletRequestBuilder request = multipart(this.path);
		request.file(new MockMultipartFile("file", RED));
		assertThat(this.mvc.perform(request.with(this.organizations.signedIn(this.admin)))
			.andReturn()
			.getResponse()
			.getStatus()).isEqualTo(403);
		assertThat(this.mvc.perform(get(this.path)).andReturn().getResponse().getStatus()).isEqualTo(302);
	}

	private static String sentence(Hostile file) {
		if (file.heic()) {
			return "HEIC photo";
		}
		return (file.refused() != MissingReason.TOO_LARGE) ? "not a picture"
				: (file.bytes().length > HostilePictures.LIMIT) ? "larger than 5 MB" : "too many pixels";
	}

	private int brightness() throws Exception {
		byte[] picture = open(this.admin, standing().address() + "?size=512").getContentAsByteArray();
		BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture));
		return new Color(image.getRGB(image.getWidth() / 2, image.getHeight() / 2)).getGreen();
	}

	private CreatorPicture standing() {
		return Tenancy.within(this.admin.organizationId(), () -> this.pictures.standing(this.ana));
	}

	private String page(String language) throws Exception {
		MockHttpServletResponse answer = open(this.admin, this.path + "?lang=" + language);
		assertThat(answer.getStatus()).isEqualTo(200);
		return answer.getContentAsString(StandardCharsets.UTF_8);
	}

	private MockHttpServletResponse open(Viewer viewer, String path) throws Exception {
		return this.mvc.perform(get(path).with(this.organizations.signedIn(viewer))).andReturn().getResponse();
	}

	private MockHttpServletResponse act(String what, @Nullable String channel) throws Exception {
		MockHttpServletRequestBuilder request = post(this.path + what);
		return perform((channel != null) ? request.param("channel", channel) : request, this.mia);
	}

	/** A file called other than it is, and perhaps a square of half of it. */
	private MockHttpServletResponse send(Viewer viewer, byte[] file, @Nullable String left) throws Exception {
		MockMultipartHttpServletRequestBuilder request = multipart(this.path);
		request.file(new MockMultipartFile("file", "me.txt", "text/plain", file));
		if (left != null) {
			request.param("left", left).param("top", "0").param("size", "0.5");
		}
		return perform(request, viewer);
	}

	private MockHttpServletResponse perform(
			org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder<?> request,
			Viewer viewer) throws Exception {
		return this.mvc.perform(request.with(csrf()).with(this.organizations.signedIn(viewer)))
			.andReturn()
			.getResponse();
	}

}
