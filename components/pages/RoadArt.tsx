/**
 * The method's own image, quietly: a line through time with moments above and below, a roundabout, and the
 * exit that was taken. Decoration without meaning of its own.
 */
export function RoadArt() {
  return (
    <svg
      viewBox="0 0 1440 180"
      preserveAspectRatio="xMidYMid slice"
      aria-hidden
      className="absolute inset-x-0 bottom-0 -z-10 h-36 w-full sm:h-44"
    >
      <g stroke="var(--line)" strokeWidth="1.5" fill="var(--surface)">
        <path d="M470 100V62M648 100V44M330 100V138M560 100V146M1010 100V66M1120 100V140M120 100V60M210 100V140M1290 100V52" />
        <rect x="430" y="30" width="80" height="32" rx="7" />
        <rect x="608" y="12" width="80" height="32" rx="7" />
        <rect x="290" y="138" width="80" height="32" rx="7" />
        <rect x="520" y="146" width="80" height="32" rx="7" />
        <rect x="970" y="34" width="80" height="32" rx="7" />
        <rect x="1080" y="140" width="80" height="32" rx="7" />
        <rect x="80" y="28" width="80" height="32" rx="7" />
        <rect x="170" y="140" width="80" height="32" rx="7" />
        <rect x="1250" y="20" width="80" height="32" rx="7" />
      </g>
      <g stroke="var(--edge)" strokeWidth="2" fill="none">
        <path d="M0 100H758M806 100H1440" />
        <path d="M800 118l26 26M764 82l-24-24" strokeDasharray="3 5" />
      </g>
      <g strokeWidth="2.5" fill="var(--paper)" stroke="var(--accent)">
        <circle cx="782" cy="100" r="23" />
        <path d="M799 83l30-30m-12 0h12v12" fill="none" strokeLinecap="round" strokeLinejoin="round" />
      </g>
      <g stroke="var(--paper)" strokeWidth="2">
        <g fill="var(--professional)">
          <circle cx="470" cy="100" r="6" />
          <circle cx="648" cy="100" r="6" />
          <circle cx="1010" cy="100" r="6" />
          <circle cx="120" cy="100" r="6" />
          <circle cx="1290" cy="100" r="6" />
        </g>
        <g fill="var(--family)">
          <circle cx="330" cy="100" r="6" />
          <circle cx="560" cy="100" r="6" />
          <circle cx="1120" cy="100" r="6" />
          <circle cx="210" cy="100" r="6" />
        </g>
      </g>
    </svg>
  )
}
