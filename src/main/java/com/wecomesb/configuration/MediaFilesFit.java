package com.wecomesb.configuration;

import com.wecomesb.document.Mistakes;
import com.wecomesb.media.MediaFile;
import com.wecomesb.media.MediaFormat;
import com.wecomesb.reply.MediaKind;
import com.wecomesb.reply.MediaReference;
import com.wecomesb.reply.ReplyLibrary;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Each file that a reply sends is there, and WeCom takes it. */
final class MediaFilesFit implements SnapshotCheck {

    private static final Map<MediaKind, Set<MediaFormat>> FORMATS = Map.of(
            MediaKind.IMAGE, Set.of(MediaFormat.JPEG, MediaFormat.PNG),
            MediaKind.VOICE, Set.of(MediaFormat.AMR),
            MediaKind.VIDEO, Set.of(MediaFormat.MP4));

    @Override
    public Set<String> reliesOn() {
        return Set.of("replies");
    }

    @Override
    public void check(Snapshot candidate, Mistakes mistakes) {
        Map<String, MediaFile> files =
                candidate.files().media().stream().collect(Collectors.toMap(MediaFile::path, Function.identity()));
        for (MediaReference reference : candidate.part(ReplyLibrary.class).media()) {
            MediaFile file = files.get(reference.path());
            if (file == null) {
                mistakes.add(reference.mistake("文件 " + reference.path() + " 不存在"));
            } else if (file.size() <= MediaKind.SMALLEST) {
                mistakes.add(reference.mistake("文件 " + reference.path() + " 是空的(企业微信要求大于 5 字节)"));
            } else if (file.size() > reference.kind().largest()) {
                mistakes.add(reference.mistake("文件 " + reference.path() + " 有 " + file.size() + " 字节,"
                        + reference.kind().chinese() + "最大 " + reference.kind().megabytes() + " MB"));
            } else if (!FORMATS.getOrDefault(reference.kind(), Set.of(file.format()))
                    .contains(file.format())) {
                mistakes.add(reference.mistake("文件 " + reference.path() + " 的内容不是 "
                        + String.join("、", reference.kind().extensions()) + " 格式"));
            }
        }
    }
}
