package io.channelkeeper.picture;

import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import static io.channelkeeper.picture.PictureParts.adobe;
import static io.channelkeeper.picture.PictureParts.ascii;
import static io.channelkeeper.picture.PictureParts.bytes;
import static io.channelkeeper.picture.PictureParts.chunk;
import static io.channelkeeper.picture.PictureParts.deflated;
import static io.channelkeeper.picture.PictureParts.exif;
import static io.channelkeeper.picture.PictureParts.join;
import static io.channelkeeper.picture.PictureParts.png;
import static io.channelkeeper.picture.PictureParts.profile;
import static io.channelkeeper.picture.PictureParts.rows;
import static io.channelkeeper.picture.PictureParts.segment;
import static io.channelkeeper.picture.PictureParts.with;

/**
 * The files that somebody sends who means no good, or whose camera is unlike others; each
 * with what is to become of it, uploaded or fetched.
 */
public final class HostilePictures {

	/** What may be uploaded. */
	public static final int LIMIT = 5 * 1024 * 1024;

	private static final int FRAMES = 10_000;

	/** A sign that must not come out again. */
	static final String SCRIPT = "<script>alert(1)</script>";

	private static final Map<String, Hostile> ALL = make();

	private HostilePictures() {
	}

	/** All of them by name. */
	public static Map<String, Hostile> all() {
		return ALL;
	}

	private static Map<String, Hostile> make() {
		Map<String, Hostile> all = new LinkedHashMap<>();
		refused(all);
		bombs(all);
		shown(all);
		return all;
	}

	private static void refused(Map<String, Hostile> all) {
		byte[] jpeg = TestPictures.plain(Color.RED, 600, 600, "jpeg");
		for (String format : new String[] { "jpeg", "png", "gif" }) {
			byte[] whole = TestPictures.plain(Color.RED, 600, 600, format);
			all.put("truncated " + format, none(Arrays.copyOf(whole, whole.length / 2)));
			all.put(format + " of a header only", none(Arrays.copyOf(whole, 24)));
		}
		byte[] png = TestPictures.plain(Color.RED, 600, 600, "png");
		all.put("wrong magic", none(join(bytes(0xff, 0xd8, 0xff), Arrays.copyOfRange(png, 3, png.length))));
		all.put("svg with script", none(ascii("<svg xmlns='http://www.w3.org/2000/svg'>" + SCRIPT + "</svg>")));
		all.put("html", none(ascii("<html>" + SCRIPT + "</html>")));
		all.put("zero bytes", none(new byte[0]));
		all.put("bmp", none(TestPictures.plain(Color.RED, 100, 100, "bmp")));
		all.put("one pixel", none(TestPictures.plain(Color.RED, 1, 1, "png")));
		all.put("5 MB plus one byte", tooLarge(Arrays.copyOf(jpeg, LIMIT + 1)));
		HostileWebps.broken().forEach((name, file) -> all.put(name, none(file)));
		all.put("heic", new Hostile(join(bytes(0, 0, 0, 24), ascii("ftypheic"), new byte[4], ascii("mif1heic")),
				MissingReason.NOT_AN_IMAGE, null, true));
	}

	private static void bombs(Map<String, Hostile> all) {
		byte[] jpeg = TestPictures.plain(Color.RED, 16, 16, "jpeg");
		all.put("png of 50,000 × 50,000", tooLarge(hugePng(50_000, 50_000)));
		all.put("jpeg of 50,000 × 50,000", tooLarge(resized(jpeg, 0xc0, 50_000, 50_000)));
		all.put("progressive jpeg of 6,000 × 6,000",
				tooLarge(resized(PictureParts.progressive(new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB)), 0xc2,
						8000, 6000)));
		all.put("jpeg of 1,000 scans", none(manyScans()));
		all.put("gif of 50,000 × 50,000", tooLarge(hugeGif()));
		all.put("webp of 16,000 × 16,000", tooLarge(hugeWebp()));
		HostileWebps.tooLarge().forEach((name, file) -> all.put(name, tooLarge(file)));
		all.put("png of 1,000 profiles", manyProfiles());
		all.put("png with a profile of 50 MB",
				shown(Color.RED,
						png(100, 100, 8, 2, chunk("iCCP", join(ascii("x\0\0"), deflated(new byte[50_000_000]))),
								rows(100, bytes(255, 0, 0), 100))));
	}

	private static void shown(Map<String, Hostile> all) {
		byte[] grey = TestPictures.plain(new Color(128, 128, 128), 100, 100, "jpeg");
		all.put("gif of 10,000 frames", shown(Color.RED, animated()));
		all.put("html that is a gif", shown(Color.RED, polyglot()));
		all.put("jpeg of inks", shown(new Color(0, 255, 255), PictureParts.fourInks(255, 0, 0, 0)));
		all.put("jpeg of inverted inks",
				shown(new Color(255, 255, 0), with(PictureParts.fourInks(255, 255, 0, 255), adobe(0))));
		all.put("jpeg of YCCK", shown(Color.WHITE, with(PictureParts.fourInks(0, 128, 128, 255), adobe(2))));
		all.put("png of 16 bits",
				shown(new Color(200, 100, 50), png(100, 100, 16, 2, rows(100, bytes(200, 99, 100, 7, 50, 255), 100))));
		all.put("grey png of 16 bits",
				shown(new Color(128, 128, 128), png(100, 100, 16, 0, rows(100, bytes(128, 0), 100))));
		all.put("half see-through grey png",
				shown(new Color(127, 127, 127), png(100, 100, 8, 4, rows(100, bytes(0, 128), 100))));
		all.put("jpeg with a linear profile", shown(new Color(188, 188, 188),
				with(grey, profile(ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB)))));
		all.put("jpeg with red and green swapped",
				shown(Color.GREEN, with(TestPictures.plain(Color.RED, 100, 100, "jpeg"), profile(swapped()))));
		all.put("png with red and green swapped", shown(Color.GREEN, png(100, 100, 8, 2,
				chunk("iCCP", join(ascii("x\0\0"), deflated(swapped().getData()))), rows(100, bytes(255, 0, 0), 100))));
		profiles(all);
		all.put("jpeg with a broken profile",
				shown(new Color(128, 128, 128), with(grey, segment(0xe2, ascii("ICC_PROFILE\0\1\1nonsense")))));
		all.put("jpeg with a script in its comment",
				shown(new Color(128, 128, 128), with(grey, segment(0xfe, ascii(SCRIPT)), exif(1))));
	}

	private static void profiles(Map<String, Hostile> all) {
		byte[] red = TestPictures.plain(Color.RED, 100, 100, "jpeg");
		HostileWebps.red(swapped()).forEach((name, file) -> all.put(name, shown(Color.RED, file)));
		all.put("jpeg of inks with a profile", shown(new Color(CmykProfile.GREY, CmykProfile.GREY, CmykProfile.GREY),
				with(PictureParts.fourInks(255, 0, 0, 0), profile(CmykProfile.make()))));
		all.put("jpeg of colours with a profile of inks", shown(Color.RED, with(red, profile(CmykProfile.make()))));
		all.put("jpeg of colours with a grey profile",
				shown(Color.RED, with(red, profile(ICC_Profile.getInstance(ColorSpace.CS_GRAY)))));
		all.put("jpeg with a profile that cannot be followed", shown(Color.RED, with(red, profile(unusable()))));
		all.put("grey jpeg with a profile of colours",
				shown(new Color(128, 128, 128), with(TestPictures.write(PictureParts.grey(128), "jpeg"),
						profile(ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB)))));
	}

	/** Nothing is wrong with them but what they cost: all are as large as may be. */
	public static List<byte[]> heaviest() {
		BufferedImage grey = new BufferedImage(7000, 7000, BufferedImage.TYPE_BYTE_GRAY);
		return List.of(TestPictures.write(grey, "jpeg"), TestPictures.write(grey, "gif"),
				PictureParts.progressive(new BufferedImage(5000, 4000, BufferedImage.TYPE_INT_RGB)),
				png(5500, 5500, 16, 6, rows(5500, bytes(1, 2, 3, 4, 5, 6, 7, 8), 5500)));
	}

	/** A picture of four quarters, stored as a camera does that was held like this. */
	static byte[] held(int orientation) {
		int width = 200;
		int height = 300;
		boolean swapped = orientation > 4;
		BufferedImage stored = new BufferedImage(swapped ? height : width, swapped ? width : height,
				BufferedImage.TYPE_INT_RGB);
		boolean fromRight = IntStream.of(2, 3, 6, 7).anyMatch((one) -> one == orientation);
		boolean fromBottom = IntStream.of(3, 4, 7, 8).anyMatch((one) -> one == orientation);
		for (int y = 0; y < stored.getHeight(); y++) {
			for (int x = 0; x < stored.getWidth(); x++) {
				int across = swapped ? y : x;
				int down = swapped ? x : y;
				boolean right = (fromRight ? width - 1 - across : across) >= width / 2;
				boolean below = (fromBottom ? height - 1 - down : down) >= height / 2;
				stored.setRGB(x, y,
						(below ? (right ? Color.WHITE : Color.BLUE) : (right ? Color.GREEN : Color.RED)).getRGB());
			}
		}
		return with(TestPictures.write(stored, "jpeg"), exif(orientation));
	}

	static byte[] interlaced(BufferedImage image) {
		return PictureParts.written(image, "png", true);
	}

	static byte[] hugePng(int width, int height) {
		return png(width, height, 1, 0, chunk("IDAT", deflated(new byte[(width / 8 + 1) * Math.min(height, 1000)])));
	}

	/** A JPEG whose frame says another size than it has. */
	private static byte[] resized(byte[] jpeg, int frame, int width, int height) {
		byte[] changed = jpeg.clone();
		for (int at = 2; at < changed.length - 9; at++) {
			if (changed[at] == (byte) 0xff && changed[at + 1] == (byte) frame) {
				ByteBuffer.wrap(changed).putShort(at + 5, (short) height).putShort(at + 7, (short) width);
				return changed;
			}
		}
		throw new IllegalArgumentException("No frame");
	}

	/** Small, but each scan goes over the whole picture. */
	private static byte[] manyScans() {
		byte[] jpeg = PictureParts.progressive(new BufferedImage(3000, 3000, BufferedImage.TYPE_INT_RGB));
		byte[] scan = segment(0xda, bytes(1, 1, 0, 1, 5, 0));
		byte[][] scans = new byte[1000][];
		Arrays.fill(scans, join(scan, bytes(0, 0)));
		return join(Arrays.copyOf(jpeg, jpeg.length - 2), join(scans), bytes(0xff, 0xd9));
	}

	private static byte[] hugeGif() {
		byte[] gif = TestPictures.plain(Color.RED, 20, 20, "gif");
		int frame = new String(gif, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf(",\0\0\0\0");
		ByteBuffer.wrap(gif)
			.order(ByteOrder.LITTLE_ENDIAN)
			.putShort(frame + 5, (short) 50_000)
			.putShort(frame + 7, (short) 50_000);
		return gif;
	}

	private static byte[] hugeWebp() {
		byte[] data = ByteBuffer.allocate(6)
			.order(ByteOrder.LITTLE_ENDIAN)
			.put((byte) 0x2f)
			.putInt(15_999 | (15_999 << 14))
			.array();
		return join(ascii("RIFF"), bytes(18, 0, 0, 0), ascii("WEBPVP8L"), bytes(6, 0, 0, 0), data);
	}

	private static byte[] animated() {
		byte[] first = TestPictures.plain(Color.RED, 100, 100, "gif");
		byte[] other = TestPictures.plain(Color.BLUE, 100, 100, "gif");
		byte[][] frames = new byte[FRAMES - 1][];
		Arrays.fill(frames, frame(other));
		return join(Arrays.copyOf(first, first.length - 1), join(frames), bytes(0x3b));
	}

	private static byte[] frame(byte[] gif) {
		int start = new String(gif, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf(",\0\0\0\0");
		return Arrays.copyOfRange(gif, start, gif.length - 1);
	}

	/** A browser that guessed would run it. */
	private static byte[] polyglot() {
		byte[] gif = TestPictures.plain(Color.RED, 100, 100, "gif");
		byte[] comment = join(bytes(0x21, 0xfe, SCRIPT.length()), ascii(SCRIPT), bytes(0));
		int start = gif.length - frame(gif).length - 1;
		return join(Arrays.copyOf(gif, start), comment, Arrays.copyOfRange(gif, start, gif.length),
				ascii("<html>" + SCRIPT + "</html>"));
	}

	private static ICC_Profile swapped() {
		ICC_Profile profile = ICC_Profile.getInstance(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
		byte[] red = profile.getData(ICC_Profile.icSigRedColorantTag);
		profile.setData(ICC_Profile.icSigRedColorantTag, profile.getData(ICC_Profile.icSigGreenColorantTag));
		profile.setData(ICC_Profile.icSigGreenColorantTag, red);
		return profile;
	}

	/** Whole to look at, but without what its colours are. */
	private static ICC_Profile unusable() {
		byte[] data = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
		int tag = new String(data, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("rXYZ");
		data[tag] = 'q';
		return ICC_Profile.getInstance(data);
	}

	/** Only the first one counts, and each is to be inflated to 4 MB. */
	private static Hostile manyProfiles() {
		byte[] profile = chunk("iCCP", join(ascii("x\0\0"), deflated(new byte[4_000_000])));
		byte[][] profiles = new byte[1000][];
		Arrays.fill(profiles, profile);
		return shown(Color.RED, png(100, 100, 8, 2, join(profiles), rows(100, bytes(255, 0, 0), 100)));
	}

	private static Hostile none(byte[] bytes) {
		return new Hostile(bytes, MissingReason.NOT_AN_IMAGE, null, false);
	}

	private static Hostile tooLarge(byte[] bytes) {
		return new Hostile(bytes, MissingReason.TOO_LARGE, null, false);
	}

	private static Hostile shown(Color colour, byte[] bytes) {
		return new Hostile(bytes, null, colour, false);
	}

	/**
	 * A file, and what is to become of it.
	 *
	 * @param bytes the file
	 * @param refused why it is refused, or null when it is shown
	 * @param colour what its middle looks like, or null when it is refused
	 * @param heic whether that is said of it
	 */
	@SuppressWarnings("ArrayRecordComponent")
	public record Hostile(byte[] bytes, @Nullable MissingReason refused, @Nullable Color colour, boolean heic) {

	}

}
