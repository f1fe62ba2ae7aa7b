import type { ComponentChild } from "preact";
import type { PageContext } from "./page-kind.js";
import type { StationImage, StationRecord } from "./station-record.js";

/** Where the images of the sheet stand, with their hashes as recorded. The page fetches none: whoever follows the link asks somebody else. */
export function StationImages({
  context,
  record,
}: {
  readonly context: PageContext;
  readonly record: StationRecord;
}): ComponentChild {
  const { wording, home } = context;
  return (
    <section class="images">
      <h2>{wording.say("station.imageTitle")}</h2>
      {record.images.length === 0 && (
        <p>{wording.say("station.imageNone", { authority: home.words.authority.name })}</p>
      )}
      {record.images.map((image) => (
        <ImageFacts key={`${image.copy} ${image.url}`} context={context} image={image} />
      ))}
    </section>
  );
}

function ImageFacts({
  context,
  image,
}: {
  readonly context: PageContext;
  readonly image: StationImage;
}): ComponentChild {
  const { say } = context.wording;
  const { url, sha256, copy } = image;
  return (
    <div class="image">
      <p>
        {isWebAddress(url) ? (
          <a href={url} rel="noreferrer noopener external">
            {say("station.image")}
          </a>
        ) : (
          say("station.imageUnsafe")
        )}
        {copy !== "" && ` (${say("station.imageCopy", { copy })})`}: <code>{url.slice(0, 300)}</code>
      </p>
      <p class="quiet">{sha256 === "" ? say("station.imageNoHash") : say("station.imageHash", { hash: sha256 })}</p>
    </div>
  );
}

/** Only such an address becomes a link: an entry may hold any text, also one that would run. */
function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text);
}
