package io.channelkeeper.picture;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import com.sun.management.ThreadMXBean;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.channelkeeper.picture.HostilePictures.Hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PictureNormalizerTests {

	/** 16 × 16 pixels of one colour, lossless. */
	private static final String WEBP = "UklGRhoAAABXRUJQVlA4TA0AAAAvD8ADEAcQERGIiP4HAA==";

	private final PictureNormalizer normalizer = new PictureNormalizer(new PictureDecoders());

	@ParameterizedTest
	@ValueSource(strings = { "jpeg", "png", "gif" })
	void makesSquaresOfBothSizes(String format) throws IOException {
		NormalizedPicture picture = this.normalizer.normalize(TestPictures.plain(Color.RED, 1400, 700, format));

		for (int size : NormalizedPicture.SIZES) {
			BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture.content(size)));
			assertThat(image.getWidth()).isEqualTo(size);
			assertThat(image.getHeight()).isEqualTo(size);
			assertThat(new Color(image.getRGB(size / 2, size / 2)).getRed()).isGreaterThan(240);
		}
	}

	@Test
	void readsWebp() {
		assertThat(this.normalizer.normalize(Base64.getDecoder().decode(WEBP)).content(512)).isNotEmpty();
	}

	@Test
	void doesNotEnlarge() throws IOException {
		byte[] content = this.normalizer.normalize(TestPictures.plain(Color.BLUE, 120, 200, "png")).content(512);

		assertThat(ImageIO.read(new ByteArrayInputStream(content)).getWidth()).isEqualTo(120);
	}

	@Test
	void putsWhatIsSeeThroughOnWhite() throws IOException {
		byte[] content = this.normalizer.normalize(TestPictures.seeThrough(100)).content(96);

		assertThat(ImageIO.read(new ByteArrayInputStream(content)).getRGB(50, 50)).isEqualTo(Color.WHITE.getRGB());
	}

	@Test
	void namesEqualPicturesEqually() {
		byte[] source = TestPictures.plain(Color.GREEN, 600, 600, "png");

		assertThat(this.normalizer.normalize(source).hash()).hasSize(64)
			.isEqualTo(this.normalizer.normalize(source).hash())
			.isNotEqualTo(this.normalizer.normalize(TestPictures.plain(Color.RED, 600, 600, "png")).hash());
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("hostile")
	void makesOfEachHostileFileWhatItIsFor(String name, Hostile file) throws IOException {
		if (file.refused() != null) {
			assertThatExceptionOfType(PictureMissingException.class)
				.isThrownBy(() -> this.normalizer.normalize(file.bytes()))
				.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(file.refused()))
				.satisfies((ex) -> assertThat(ex instanceof HeicPictureException).isEqualTo(file.heic()));
			return;
		}
		NormalizedPicture picture = this.normalizer.normalize(file.bytes());
		for (int size : NormalizedPicture.SIZES) {
			byte[] content = picture.content(size);
			assertThat(content).startsWith(0xff, 0xd8, 0xff);
			assertThat(new String(content, StandardCharsets.ISO_8859_1)).doesNotContain("script", "Exif", "GPS", "ICC");
			BufferedImage image = ImageIO.read(new ByteArrayInputStream(content));
			assertLike(new Color(image.getRGB(image.getWidth() / 2, image.getHeight() / 2)), file.colour());
		}
	}

	static Stream<Arguments> hostile() {
		return HostilePictures.all()
			.entrySet()
			.stream()
			// How many bytes there may be is for those who read them.
			.filter((entry) -> entry.getValue().bytes().length <= HostilePictures.LIMIT)
			.map((entry) -> Arguments.of(entry.getKey(), entry.getValue()));
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 4, 5, 6, 7, 8 })
	void turnsUprightHoweverTheCameraWasHeld(int orientation) throws IOException {
		BufferedImage image = read(this.normalizer.normalize(HostilePictures.held(orientation)));

		assertThat(image.getWidth()).isEqualTo(200);
		assertLike(new Color(image.getRGB(50, 50)), Color.RED);
		assertLike(new Color(image.getRGB(150, 50)), Color.GREEN);
		assertLike(new Color(image.getRGB(50, 150)), Color.BLUE);
		assertLike(new Color(image.getRGB(150, 150)), Color.WHITE);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 4, 5, 6, 7, 8 })
	void cutsTheSquareThatSomebodySaw(int orientation) throws IOException {
		byte[] file = HostilePictures.held(orientation);

		assertLike(middle(file, new Crop(0, 0, 0.5)), Color.RED);
		assertLike(middle(file, new Crop(0.5, 0, 0.5)), Color.GREEN);
		assertLike(middle(file, new Crop(0, 0.6, 0.5)), Color.BLUE);
		assertLike(middle(file, new Crop(0.5, 0.66, 0.5)), Color.WHITE);
		assertLike(middle(file, new Crop(7, 7, 0.5)), Color.WHITE);
		assertThat(read(this.normalizer.normalize(() -> file, new Crop(-1, 5, 3))).getWidth()).isEqualTo(200);
	}

	@Test
	void turnsWebpUpright() throws IOException {
		byte[] file = WebpParts.upsideDown(100);

		assertLike(middle(file, new Crop(0.25, 0, 0.5)), Color.RED);
		assertLike(middle(file, new Crop(0.25, 0.5, 0.5)), Color.YELLOW);
	}

	@Test
	void readsProgressiveAndInterlaced() throws IOException {
		BufferedImage red = ImageIO.read(new ByteArrayInputStream(TestPictures.plain(Color.RED, 1400, 1200, "png")));

		assertLike(middle(PictureParts.progressive(red), Crop.MIDDLE), Color.RED);
		assertLike(middle(HostilePictures.interlaced(red), Crop.MIDDLE), Color.RED);
	}

	/** Bytes in all, of which most are given back while a decoder still works. */
	@ParameterizedTest(name = "{0}")
	@MethodSource("hostile")
	void boundsWhatEachHostileFileTakes(String name, Hostile file) {
		ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
		long memory = threads.getCurrentThreadAllocatedBytes();
		long time = threads.getCurrentThreadCpuTime();
		try {
			PictureNormalizer.picture(file.bytes(), Crop.MIDDLE);
		}
		catch (PictureMissingException ex) {
			// Whether it is refused is told above.
		}
		assertThat(threads.getCurrentThreadAllocatedBytes() - memory).isLessThan(60_000_000);
		assertThat(threads.getCurrentThreadCpuTime() - time).isLessThan(2_000_000_000);
	}

	@Test
	void tenThousandFramesCostOne() {
		byte[] one = TestPictures.plain(Color.RED, 100, 100, "gif");
		byte[] many = Objects.requireNonNull(HostilePictures.all().get("gif of 10,000 frames")).bytes();

		assertThat(PictureFile.of(many).content()).hasSizeLessThanOrEqualTo(one.length);
	}

	@Test
	void refusesTooManyPixelsByTheHeaderAlone() {
		assertRefused(TestPictures.hugePng(30_000, 30_000), MissingReason.TOO_LARGE);
		assertRefused(TestPictures.hugePng(1_000_000, 51), MissingReason.TOO_LARGE);
	}

	private Color middle(byte[] file, Crop crop) throws IOException {
		BufferedImage image = read(this.normalizer.normalize(() -> file, crop));
		return new Color(image.getRGB(image.getWidth() / 2, image.getHeight() / 2));
	}

	private static BufferedImage read(NormalizedPicture picture) throws IOException {
		return ImageIO.read(new ByteArrayInputStream(picture.content(NormalizedPicture.LARGE)));
	}

	private static void assertLike(Color seen, @Nullable Color wanted) {
		assertThat(wanted).isNotNull();
		assertThat(List.of(seen.getRed() - wanted.getRed(), seen.getGreen() - wanted.getGreen(),
				seen.getBlue() - wanted.getBlue()))
			.as(seen + " like " + wanted)
			.allMatch((difference) -> Math.abs(difference) <= 6);
	}

	private void assertRefused(byte[] source, MissingReason reason) {
		assertThatExceptionOfType(PictureMissingException.class).isThrownBy(() -> this.normalizer.normalize(source))
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(reason));
	}

}
